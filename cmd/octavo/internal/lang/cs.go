package lang

// czech returns the words and rules of Czech.
func czech() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "“"},
			Inner:  Marks{"‚", "‘"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"»", "«"}, Inner: Marks{"›", "‹"}}},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      func(n int) string { return phrase("kapitola ", czechOrdinals.word(n, "á"), "") },
			PartWord:  func(n int) string { return czechOrdinals.word(n, "á") },
			Ordinal:   func(n int) string { return czechOrdinals.orFigure(n, "ý") },
			Ordinals:  czechOrdinals.forms("á", "ý"),
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
				"prosince"},
		},
		Lists: Lists{Comma: ", ", And: " a\u00A0", Names: " a\u00A0", Abridged: "{name} a\u00A0kol."},
		Titles: Titles{
			Contents:      "Obsah",
			ByTheme:       "{entries} podle témat",
			ByFirstWords:  "{entries} podle prvních slov",
			Subjects:      "Věcný rejstřík",
			Notes:         "Poznámky",
			OtherThemes:   "Ostatní",
			NumberedPart:  "Část {n}",
			Untitled:      "Bez názvu",
			Cover:         "Obálka",
			TitlePage:     "Titulní list",
			Copyright:     "Vydavatelské údaje",
			Dedication:    "Věnování",
			Epigraph:      "Motto",
			Colophon:      "Tiráž",
			AboutThisCopy: "O\u00A0tomto výtisku",
		},
		References: References{
			See:             "viz",
			Page:            "s.\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Místo stran jsou uvedena čísla. Položky: {entries}.",
			HeadingSee:      "Viz",
			HeadingSeeAlso:  "Viz též",
		},
		Notes: Notes{
			ToPage:  "Poznámky k\u00A0s.\u00A0{page}",
			ToPages: "Poznámky k\u00A0s.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Poznámka",
			Tip:        "Tip",
			Important:  "Důležité",
			Warning:    "Varování",
			Caution:    "Pozor",
			Example:    "Příklad",
			Exercise:   "Cvičení",
			Question:   "Otázka",
			Discussion: "K\u00A0diskusi",
			Summary:    "Shrnutí",
		},
		Tables: Tables{
			Continued: "{caption} (pokračování)",
			Goes:      "(pokračování)",
			Turned:    "Tabulka je na {page}.",
		},
		Figures: Figures{
			Figure: "obr.\u00A0{n}", Table: "tab.\u00A0{n}",
			FigureLabel: "Obr.\u00A0{n}.", TableLabel: "Tab.\u00A0{n}.",
			Figures: "Seznam obrázků", Tables: "Seznam tabulek",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memy", Means: "myšlenka, kterou stojí za to předat dál"},
				"metaphor": {Name: "metafora", Plural: "metafory", Means: "jedno viděné jako druhé", Line: "{tenor} jako {vehicle}"},
			},
			Maxims:     "maximy",
			Entries:    "hesla",
			Themes:     "Témata",
			Audience:   "Pro koho",
			Card:       "karta: {text}",
			Draft:      "KONCEPT",
			DraftOnly:  "Koncept: zatím není v\u00A0knize.",
			Drafts:     "Koncepty: ",
			DraftFolio: "K{n}",
			Picture:    "[obrázek: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Redakce: {name}", "ill": "Ilustrace: {name}", "trl": "Překlad: {name}",
				"aui": "Úvod: {name}", "aft": "Doslov: {name}", "pht": "Fotografie: {name}", "art": "Výtvarný doprovod: {name}",
				"win": "Úvod: {name}", "wpr": "Předmluva: {name}", "bkd": "Grafická úprava: {name}", "cov": "Obálka: {name}",
				"dsr": "Grafická úprava: {name}", "com": "Výbor: {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "redaktor", "ill": "ilustrátor", "trl": "překladatel",
				"aui": "autor úvodu", "pht": "fotograf", "bkd": "grafik", "nrt": "interpret"},
			Contributor: "spolupracovník",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Osoby: {text}",
			Title:          "Název: {text}",
			Description:    "Popis: {text}",
			Identifiers:    "Identifikátory: {text}",
			Subjects:       "Předmětová hesla: {text}",
			Classification: "Třídění: {text}",
			Typeface:       "Vysázeno písmem {name} pod licencí SIL Open Font License.",
			Typefaces:      "Vysázeno písmy {names} pod licencí SIL Open Font License.",
			SetIn:          "Vysázeno písmem {font}",
			DesignedBy:     " (autor písma: {designer})",
			MadeBy:         ". Sazbu, stránky a\u00A0rejstříky vytvořil z\u00A0rukopisu program octavo.",
		},
		Typescript: Typescript{Length: "asi {n}\u00A0slov", Chapter: "Kapitola {n}"},
		Review: Review{
			Notice:          "Recenzní výtisk před korekturou – neprodejné",
			Quotations:      "Toto je výtisk před korekturou. Citace prosím ověřte podle hotové knihy.",
			Unnamed:         "recenzní výtisk",
			Front:           "Titul",
			Data:            "Údaje",
			Changes:         "Změny",
			Title:           "Název",
			Author:          "Autor",
			Publisher:       "Nakladatel",
			ISBN:            "ISBN",
			Trim:            "Formát",
			Pages:           "Počet stran",
			PagesInPrint:    "Počet stran v\u00A0tisku",
			Price:           "Cena",
			Publication:     "Datum vydání",
			Edition:         "Vydání",
			Manuscript:      "Rukopis",
			Subjects:        "Témata",
			Contact:         "Kontakt",
			Comments:        "Připomínky",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0palce)",
			InPrint:         "tištěná kniha",
			AsHardcover:     "vázaná kniha",
			InPaper:         "brožovaná kniha",
			AsEPUB:          "EPUB",
			ToCome:          "bude oznámeno",
			State:           "Rukopis {revision} z\u00A0{date}",
			DatedState:      "Rukopis {revision}, {date}",
			BookPages:       "Stránky a\u00A0jejich čísla odpovídají knize. ",
			TypescriptPages: "Toto je strojopis: jeho stránky neodpovídají stránkám knihy. ",
			NumberedLines: "Každý {nth} řádek stránky má vedle sebe své číslo, aby bylo možné říci, kam připomínka patří: „strana 42, řádek 17“. " +
				"Poznámky zapsané do tohoto souboru v\u00A0kterékoli čtečce PDF se dostanou do rukopisu.",
			EveryLine: "jednotlivý",
			Number:    "Výtisk {n} z\u00A0{of}",
			For:       "příjemce",
			Reader:    "příjemce: {name}",
			NumberFor: "{copy}, příjemce: {name}",
			Drafts:    "Koncepty: zatím nejsou v\u00A0knize",
			Removed:   "zde vypuštěno: {title}",
			TK:        "TK: bude doplněno",
		},
		Changes: Changes{
			Since:           "Co se změnilo. Srovnáno s\u00A0verzí: {state}",
			LastCopy:        "váš předchozí výtisk, rukopis {revision}",
			None:            "Nic.",
			New:             "nové",
			Removed:         "vypuštěno",
			Moved:           "přesunuto",
			Changed:         "změněno",
			In:              "s.\u00A0{n} v\u00A0tisku",
			From:            "předtím: „{chapter}“",
			WordsNew:        Counted{One: "{n}\u00A0nové slovo", Few: "{n}\u00A0nová slova", Other: "{n}\u00A0nových slov"},
			WordsGone:       Counted{One: "vypuštěno {n}\u00A0slovo", Few: "vypuštěna {n}\u00A0slova", Other: "vypuštěno {n}\u00A0slov"},
			OtherPicture:    "jiný obrázek",
			OtherForm:       "v\u00A0jiné podobě",
			OtherKeys:       "změněno: {keys}",
			CrossReferences: "odkazy",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "řádek\u00A0{n}",
			ForRead: "místo {was} má být {is}",
			Delete:  "{was} se vypouští",
			Insert:  "{is} se doplňuje",
		},
		Trade: Trade{
			Sheet:        "Informace o knize",
			About:        "O knize",
			AboutAuthor:  "O autorovi",
			AboutAuthors: "O autorech",
			FromTheBook:  "Z knihy",
			Inside:       "Pohled do knihy",
			Order:        "Objednávky",
			Series:       "Edice",
			Rights:       "Práva",
			Excerpt:      "Ukázka",
			ExcerptOf:    "{title} (ukázka)",
			IsExcerpt:    "Toto byla ukázka z knihy {title}.",
			WholeBook:    "Celá kniha",
		},
		Answers: Answers{
			Title:    "Vaše připomínky",
			Thanks:   "Děkujeme za tak pozorné čtení. Takto jsme s\u00A0vašimi připomínkami naložili.",
			At:       "strana\u00A0{page}, řádek\u00A0{line}",
			Taken:    "přijato",
			Changed:  "změněno jinak",
			Declined: "ponecháno",
			Open:     "zatím otevřeno",
			Gone:     "už není v\u00A0knize",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0karta", Few: "{n}\u00A0karty", Other: "{n}\u00A0karet"},
			Themes:      "Témata",
			Blank:       "Zapište si",
			Deck:        "{title}: karty",
			AtAGlance:   "{title}: přehled karet",
			Proof:       "{title}: zkušební tisk karty",
			Calibration: "{title}: kalibrace",
		},
		Sheets: Sheets{
			Front:      "{sheet} líc",
			Back:       "{sheet} rub",
			Of:         "{n} z\u00A0{of}",
			ProofFront: "líc: {card}",
			ProofBack:  "rub",
			Ruler:      "Toto pravítko měří {mm}\u00A0mm, má-li karta skutečnou velikost. Pokud nemá, tiskněte v\u00A0měřítku 100\u00A0%.",
			Jig:        "šablona",
			JigCard:    "karta {size}",
			JigCut:     "řežte podél čárek, {mm}\u00A0mm od karty",
		},
		Laminating: czechLaminating(),
		Ordering: Ordering{
			Title:    "{title}: karty pro {service}",
			Choose:   "Zvolte tuto kartu: {card}. Sada má {n}.",
			OwnBacks: "Dejte každé kartě vlastní líc a\u00A0vlastní rub.",
			UploadPictures: "Nahrajte líce ({fronts}) v\u00A0pořadí čísel a\u00A0potom ruby ({backs}) ve stejném pořadí: líc " +
				"a\u00A0rub karty mají stejné číslo.",
			UploadFile: "Nahrajte {file}. Má stránku na každou stranu karty, rub karty před jejím lícem.",
			Unscaled:   "Nenechte nic měnit velikost: soubory ji mají správnou, po obvodu se odřízne {mm}\u00A0mm.",
			Finish:     "Papír, povrch a\u00A0krabičku si můžete zvolit: soubory zůstávají stejné.",
			Preview:    "Prohlédněte si každou kartu v\u00A0náhledu a\u00A0objednejte jednu sadu, než jich objednáte více.",
		},
		Calibrate: czechCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientační body",
			Start:        "Začátek textu",
			PrintedPages: "Strany tištěného vydání",
			Pages:        "Strany",
			BackToText:   "Zpět do textu",
			CoverOf:      "Obálka: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, tištěné vydání",
			Identifier:   "Identifikátor publikace",
		},
		Access: Accessibility{
			Text: "Text lze zobrazit v\u00A0libovolné velikosti, libovolným písmem a\u00A0v\u00A0libovolné barvě a\u00A0odečítač obrazovky nebo " +
				"braillský řádek jej čte ve správném pořadí.",
			Ways:          " K\u00A0orientaci slouží {ways}.",
			Contents:      "obsah",
			Headings:      "nadpisy",
			Indexes:       "rejstříky s\u00A0odkazy",
			PageNumbers:   "čísla stran tištěného vydání",
			NoneDescribed: " Obrázky nemají popisy.",
			SomeDescribed: " Některé obrázky nemají popis.",
			AllDescribed:  " Každý obrázek je popsán slovy.",
			OnlyCover:     " Jediným obrázkem je obálka, která je popsána slovy.",
			NoPictures:    " Publikace neobsahuje obrázky.",
			Tables:        " Tabulky mají záhlaví sloupců.",
			Notes:         " Poznámky jsou se svými značkami v\u00A0textu propojeny oběma směry.",
			Still:         " Nic se nehýbe, nebliká ani nevydává zvuk.",
			Statement: Statement{
				Title:       "Prohlášení o přístupnosti",
				Reading:     "Způsoby čtení",
				Navigation:  "Navigace",
				Hazards:     "Nebezpečí",
				Conformance: "Shoda",
				Contact:     "Kontakt",
				Meets:       "Tato publikace splňuje požadavky: {standard}. Potvrzuje: {name}.",
				Unclaimed:   "Nikdo nepotvrdil, že tato publikace splňuje některou normu přístupnosti.",
				WriteTo:     "Dotazy a připomínky k přístupnosti: {address}",
				Made:        "Datum prohlášení: {date}",
				Formulas:    " Vzorce jsou uvedeny v MathML.",
			},
		},
		Rules:  czechRules(),
		Reader: czechReader(),
	}
}

func czechLaminating() Laminating {
	return Laminating{
		Label:      "laminování",
		Title:      "Jak karty nařezat a\u00A0zalaminovat",
		PlainLabel: "návod",
		PlainTitle: "Jak karty vyrobit",
		PrintBothSides: "Vytiskněte strany {first} až {n} oboustranně ve skutečné velikosti (100\u00A0%), s\u00A0tiskárnou nastavenou na převracení podle " +
			"{edge} strany. Podržte arch proti světlu: každý rub musí ležet za svým lícem. Pokud ne, příkaz octavo cards calibrate ukáže, " +
			"o\u00A0kolik je posunutý.",
		PrintOneSide: "Vytiskněte strany {first} až {n} jednostranně ve skutečné velikosti (100\u00A0%).",
		LongEdge:     "delší",
		ShortEdge:    "kratší",
		Cut: "Řežte v\u00A0pořadí čísel uvedených níže, vždy přes celý arch, a\u00A0zachovejte pořadí dílů. Oříznutá karta měří " +
			"{size}.",
		Break: "Rozlomte arch {stock} podél perforace. Karta měří {size}.",
		Fold: "Řežte v\u00A0pořadí čísel uvedených níže, pak každý díl přeložte podle čárkované čáry potištěnými stranami ven a\u00A0ohyb dobře " +
			"přitlačte.",
		Warm: "Počkejte, až se laminátor zahřeje na teplotu vhodnou pro fólii, a\u00A0vložte kapsu zatavenou stranou napřed. Nechte ji ležet na " +
			"rovné ploše, dokud nevychladne.",
		LaySheet: "Každý arch vložte do kapsy {pouch} až k\u00A0zatavené straně tak, aby na ostatních stranách fólie rovnoměrně přesahovala.",
		OpenEdges: "Okraje těchto karet jsou otevřené: papír je odkrytý a\u00A0nasává vodu. Chraňte je před vlhkem, nebo příště karty nejprve " +
			"nařežte a\u00A0teprve potom zalaminujte (laminate = \"cards\").",
		RoundCorners: "Před laminováním zaoblete rohy děrovačkou o\u00A0poloměru asi {mm}\u00A0mm.",
		LayOnJig: "Položte otevřenou kapsu {pouch} na šablonu z\u00A0následující strany a\u00A0na každý její rámeček kartu. Rámečky jsou od sebe " +
			"{mm}\u00A0mm, takže se kolem každé karty spojí fólie s\u00A0fólií.",
		CloseOnJig: "Zavřete kapsu, aniž by se karty pohnuly, a\u00A0šablonu vytáhněte.",
		CutDashes: "Řežte podél čárek, {mm}\u00A0mm od každé karty a\u00A0nikdy do jejího papíru: karta zůstane uzavřená, jen pokud fólie přesahuje " +
			"po celém obvodu.",
		LayCard: "Každou kartu vložte do kapsy {pouch} ({name}) tak, aby fólie rovnoměrně přesahovala po celém obvodu: {mm}\u00A0mm na užších stranách.",
		KeepFilm: "Do fólie neřežte: karta zůstane uzavřená, jen pokud fólie přesahuje po celém obvodu. Jsou-li její rohy ostré, " +
			"zaoblete je.",
		TestStock: "Vytiskněte stranu\u00A0{first} na obyčejný papír a\u00A0proti světlu ji přiložte k\u00A0archu {stock}: " +
			"každá karta musí ležet uvnitř své perforace.",
		FeedStock:    "Podávejte archy po jednom ručním podavačem a\u00A0nechte barvu zaschnout.",
		PunchCorners: "Zaoblete rohy děrovačkou o\u00A0poloměru asi {mm}\u00A0mm.",
		Glue:         "Slepte obě poloviny každé karty a\u00A0nechte je zaschnout pod závažím.",
		OpenLines: "V\u00A0programu {program} nastavte stránku na {sheet}, otevřete {svg} (nebo {dxf}, pokud SVG nečte) " +
			"a\u00A0čáry na stránce vystřeďte. Dohromady měří {size}.",
		TypeMarks: "Zapněte registrační značky ve třech rozích a\u00A0zadejte, co je vytištěno: délka {arm}\u00A0mm, tloušťka " +
			"{thickness}\u00A0mm, odsazení od okraje {inset}\u00A0mm.",
		CutByMachine: "Položte arch na podložku lícem nahoru, s\u00A0černým čtvercem vlevo nahoře, a\u00A0nechte stroj najít " +
			"značky. Nejprve vyřežte arch obyčejného papíru.",
		Upload: "V\u00A0programu {program} nahrajte každý obrázek {png} jako plochý, pro Print Then Cut, a\u00A0nastavte jeho " +
			"velikost: {size}. Stroj řeže podél jeho okrajů.",
		AttachLines: "Nahrajte také {svg}, položte čáry na obrázek, střed na střed, a\u00A0obojí spojte: stroj řeže podél čar.",
		PrintThere: "Vytiskněte ho odtud na {sheet} ve skutečné velikosti (100\u00A0%) a\u00A0nejprve vyřežte arch obyčejného " +
			"papíru.",
		PrintBacks: "Před řezáním vytiskněte na druhou stranu rub: strana\u00A0{first} patří k\u00A0prvnímu obrázku a\u00A0tak " +
			"dále. Je uprostřed archu: posuňte tam obrázek a\u00A0podívejte se na první arch proti světlu.",
	}
}

func czechCalibration() Calibration {
	return Calibration{
		Front:  "líc",
		Back:   "rub",
		OnBack: "Toto je rub kalibračního archu. Otočte jej a\u00A0podržte proti světlu.",
		Title:  "Leží ruby za líci?",
		Print:  []string{"Vytiskněte tento arch oboustranně, tak jak tisknete karty:", "ve skutečné velikosti (100\u00A0%), nepřizpůsobený straně."},
		Hold:   []string{"Přiložte jej k\u00A0oknu, touto stranou k\u00A0sobě.", "Čáry z\u00A0rubu budou prosvítat."},
		Read: []string{"Na každé ze čtyř stran najděte tu čárku dlouhé stupnice,",
			"na kterou navazuje čárka z\u00A0rubu, a\u00A0zapište si její číslo.",
			"Mezi čárkami je čtvrt milimetru. Silná čárka z\u00A0rubu ukazuje",
			"na malém pravítku, jaké číslo to přibližně bude; je-li větší než 3,",
			"zadejte je a\u00A0potom tento arch vytiskněte znovu."},
		Type: []string{"Napište je na jeden řádek, s\u00A0minusem tam, kde je:"},
		Shifted: [2]Pattern{"Připočtou se k\u00A0tomu, oč se rub posouvá už nyní: {right}\u00A0mm doprava,",
			"{down}\u00A0mm dolů a\u00A0{degrees}\u00A0stupně."},
		Top:      "nahoře",
		Bottom:   "dole",
		Left:     "vlevo",
		Right:    "vpravo",
		Reminder: []string{"Proti světlu", "odečtěte čísla tam,", "kde se čárky setkají:", "x je vodorovně, y svisle."},
	}
}

func czechRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/cs.txt", Before: 2, After: 3, Capitals: true, Repeats: true},
		Bound:       set("k s v z o u a i"),
		Clinging: set(`k s v z o u a i ke se ve ze do na od po za bez dle mezi nad po pod podle pro proti před při přes skrz u vedle
			nebo ani ale že aby by když kdyby jestli než jak jako co kdo který která které protože neboť
			můj má mé tvůj tvá tvé jeho její jejich náš naše váš vaše svůj svá své ten ta to tento tato toto tyto velmi
			já ty on ona ono my vy oni je jsou byl byla bylo být může musí jsem jsi jsme jste každý každá každé všechno všichni nikdy jen dva dvě tři
			čtyři pět šest sedm osm devět deset sto tisíc`),
		Opening: set(`a i nebo ani ale že aby když kdyby jestli než jak jako co kdo který která které kteří kterého protože neboť kde kdy proč dokud zatímco
			avšak`),
		BeforeNumber: set("s. str. sv. č. roč. kap. obr. tab. obr. čl. odst. § §§ písm. r. stol. vyd. pozn. asi cca tel. par. bod ř."),
		BeforeName:   set("dr. prof. doc. mgr. ing. bc. judr. mudr. phdr. rndr. p. pí. sv. gen. plk. kpt. por. ul. nám. tř. p. fr. pan paní"),
		AfterNumber: set(`ledna února března dubna května června července srpna září října listopadu prosince
			% ‰ °C °F K mm cm dm m km ha a mg g dkg dag kg q t ml cl dl l hl s min h kB MB GB TB Hz kHz MHz V W kW kWh Kč hal € $ £ eur
			EUR tis mil mld tis. mil. mld. hod hod. min. sek. ks str stol n př let`),
		Abbreviations: []string{"a.s.", "s.r.o.", "v.o.s.", "v.v.i.", "o.p.s.", "n.l.", "př.n.l.", "n.m.", "t.č.", "t.r.", "v.r.", "z.s.", "k.s.", "n.p.",
			"č.j.", "č.p.", "m.n.m.", "L.P.", "P.S.", "u.p."},
		NoSentenceEnd: set(`např. tzv. tj. tzn. resp. popř. příp. apod. dr. Dr. prof. Prof. doc. Doc. Mgr. Ing. Bc. JUDr. MUDr. PhDr. RNDr. sv. p. s. str.
			č. roč. kap. obr. tab. čl. odst. písm. vyd. pozn. stol. r. nar. zem. gen. plk. kpt. ul. nám. tř. tel. srov. viz. red. přel. ed. eds. cca. hod.
			min. tis. mil. mld. a. n. o. k. z. v. u. př. zvl. zejm. mj. fr. angl. lat. něm. ` + ordinalDays),
		Matter: map[string]string{"predmluva": "preface", "uvodem": "preface", "slovo-uvodem": "foreword", "uvodni-slovo": "foreword",
			"uvod": "introduction", "prolog": "prologue", "podekovani": "acknowledgments", "epilog": "epilogue", "doslov": "afterword",
			"zaver": "conclusion", "zaverem": "conclusion", "dodatek": "appendix", "priloha": "appendix", "prilohy": "appendix",
			"tiraz": "colophon", "zdroje-obrazku": "credits", "errata": "errata", "opravy": "errata"},
		Letters:  "A B C Č D E F G H Ch I J K L M N O P Q R Ř S Š T U V W X Y Z Ž",
		Repeated: set("velmi moc tak ne ano no jen už dávno stále pořád znovu pomalu tiše"),
		Joining:  set("a i k s v z o u ke se ve ze do na od po za pro podle nebo či že jak"),
		Stem: stemBy(`ách ích ech ami emi ými ími ům ách ovi ové ého ému ých ích ým ím ou ém ech em es é á í ý ě e a i o u y ů ost osti
			ovat uje oval ovala ování ení ání it il ila ilo ili at al ala alo ali`),
	}
}

func czechReader() Reader {
	return Reader{
		Page:     []string{"strana", "straně", "strany", "stránka", "stránce", "stránky", "str", "s"},
		Line:     []string{"řádek", "řádku", "řádka", "ř"},
		On:       []string{"na"},
		Days:     []string{"pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle"},
		HalfDays: []string{"hod", "dop", "odp"},
		Columns: Columns{
			Page:    []string{"strana", "stránka", "str.", "str", "číslo strany"},
			Line:    []string{"řádek", "řádka", "číslo řádku"},
			Comment: []string{"komentář", "komentáře", "poznámka", "poznámky", "připomínka", "připomínky", "oprava", "korektura"},
			Reader:  []string{"čtenář", "čtenářka", "autor", "jméno", "kdo", "recenzent", "od"},
			Words:   []string{"slova", "citát", "citace", "text", "pasáž", "zvýraznění", "označený text"},
			New:     []string{"nahradit", "má být", "správně", "nový text"},
			File:    []string{"soubor"},
			Row:     []string{"řádek souboru"},
			Date:    []string{"datum", "vytvořeno"},
			Heading: []string{"kapitola", "oddíl", "nadpis", "heslo"},
			Book:    []string{"název", "kniha", "název knihy", "titul"},
		},
		Labels: Labels{
			Passage: []string{"zvýraznění", "citát", "citace", "text", "pasáž"},
			Heading: []string{"kapitola", "oddíl"},
			Comment: []string{"poznámka", "připomínka", "komentář", "moje poznámka"},
		},
		Kindle: Kindle{
			Page:     []string{"strana", "straně"},
			Location: []string{"umístění", "pozice"},
			Added:    []string{"přidáno"},
			Note:     []string{"poznámka"},
		},
		Excerpts: []string{"Úryvek z knihy"},
		Anybody:  []string{"uživatel", "host", "správce", "vlastník", "neznámý", "čtenář", "čtenářka", "já", "autor", "autorka", "anonym"},
	}
}

// czechOrdinals are ordinal numbers without the endings of their genders.
var czechOrdinals = ordinals{
	first: "první druh třetí čtvrt pát šest sedm osm devát desát jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct " +
		"devatenáct",
	tens: "dvacát třicát čtyřicát padesát šedesát sedmdesát osmdesát devadesát",
	join: " ",
	ending: func(stem, ending string) string {
		if stem == "první" || stem == "třetí" {
			return stem
		}
		return stem + ending
	},
}

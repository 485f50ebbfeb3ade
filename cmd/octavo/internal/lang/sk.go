package lang

// slovak returns the words and rules of Slovak.
func slovak() *Language {
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
			Word:      func(n int) string { return phrase("", slovakOrdinals.word(n, "a"), " kapitola") },
			PartWord:  func(n int) string { return phrase("", slovakOrdinals.word(n, "a"), "") },
			Ordinal:   func(n int) string { return slovakOrdinals.orFigure(n, "y") },
			Ordinals:  slovakOrdinals.forms("a", "y"),
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"januára", "februára", "marca", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra",
				"decembra"},
		},
		Lists: Lists{Comma: ", ", And: " a\u00A0", Names: " a\u00A0", Abridged: "{name} a\u00A0kol."},
		Titles: Titles{
			Contents:      "Obsah",
			ByTheme:       "{entries} podľa tém",
			ByFirstWords:  "{entries} podľa prvých slov",
			Subjects:      "Vecný register",
			Notes:         "Poznámky",
			OtherThemes:   "Ostatné",
			NumberedPart:  "{n}. časť",
			PartInWords:   "{n} časť",
			Untitled:      "Bez názvu",
			Cover:         "Obálka",
			TitlePage:     "Titulný list",
			Copyright:     "Vydavateľské údaje",
			Dedication:    "Venovanie",
			Epigraph:      "Motto",
			Colophon:      "Tiráž",
			AboutThisCopy: "O\u00A0tomto výtlačku",
		},
		References: References{
			See:             "pozri",
			Page:            "s.\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Namiesto strán sú uvedené čísla. Položky: {entries}.",
			HeadingSee:      "Pozri",
			HeadingSeeAlso:  "Pozri aj",
		},
		Notes: Notes{
			ToPage:  "Poznámky k\u00A0s.\u00A0{page}",
			ToPages: "Poznámky k\u00A0s.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Poznámka",
			Tip:        "Tip",
			Important:  "Dôležité",
			Warning:    "Varovanie",
			Caution:    "Pozor",
			Example:    "Príklad",
			Exercise:   "Cvičenie",
			Question:   "Otázka",
			Discussion: "Na diskusiu",
			Summary:    "Zhrnutie",
		},
		Tables: Tables{
			Continued: "{caption} (pokračovanie)",
			Goes:      "(pokračovanie)",
			Turned:    "Tabuľka je na {page}.",
		},
		Figures: Figures{
			Figure: "obr.\u00A0{n}", Table: "tab.\u00A0{n}",
			FigureLabel: "Obr.\u00A0{n}.", TableLabel: "Tab.\u00A0{n}.",
			Figures: "Zoznam obrázkov", Tables: "Zoznam tabuliek",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mém", Plural: "mémy", Means: "myšlienka, ktorú sa oplatí odovzdať ďalej"},
				"metaphor": {Name: "metafora", Plural: "metafory", Means: "jedno videné ako druhé", Line: "{tenor} ako {vehicle}"},
			},
			Maxims:     "maximy",
			Entries:    "heslá",
			Themes:     "Témy",
			Audience:   "Pre koho",
			Card:       "karta: {text}",
			Draft:      "KONCEPT",
			DraftOnly:  "Koncept: zatiaľ nie je v\u00A0knihe.",
			Drafts:     "Koncepty: ",
			DraftFolio: "K{n}",
			Picture:    "[obrázok: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Redakcia: {name}", "ill": "Ilustrácie: {name}", "trl": "Preklad: {name}",
				"aui": "Úvod: {name}", "aft": "Doslov: {name}", "pht": "Fotografie: {name}", "art": "Výtvarný sprievod: {name}",
				"win": "Úvod: {name}", "wpr": "Predslov: {name}", "bkd": "Grafická úprava: {name}", "cov": "Obálka: {name}",
				"dsr": "Grafická úprava: {name}", "com": "Výber: {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "redaktor", "ill": "ilustrátor", "trl": "prekladateľ",
				"aui": "autor úvodu", "pht": "fotograf", "bkd": "grafik", "nrt": "interpret"},
			Contributor: "spolupracovník",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Osoby: {text}",
			Title:          "Názov: {text}",
			Description:    "Opis: {text}",
			Identifiers:    "Identifikátory: {text}",
			Subjects:       "Predmetové heslá: {text}",
			Classification: "Triedenie: {text}",
			Typeface:       "Vysádzané písmom {name} pod licenciou SIL Open Font License.",
			Typefaces:      "Vysádzané písmami {names} pod licenciou SIL Open Font License.",
			SetIn:          "Vysádzané písmom {font}",
			DesignedBy:     " (autor písma: {designer})",
			MadeBy:         ". Sadzbu, strany a\u00A0registre vytvoril z\u00A0rukopisu program octavo.",
		},
		Typescript: Typescript{Length: "asi {n}\u00A0slov", Chapter: "{n}. kapitola"},
		Review: Review{
			Notice:          "Recenzný výtlačok pred korektúrou – nepredajné",
			Quotations:      "Toto je výtlačok pred korektúrou. Citáty, prosíme, overte podľa hotovej knihy.",
			Unnamed:         "recenzný výtlačok",
			Front:           "Titul",
			Data:            "Údaje",
			Changes:         "Zmeny",
			Title:           "Názov",
			Author:          "Autor",
			Publisher:       "Vydavateľ",
			ISBN:            "ISBN",
			Trim:            "Formát",
			Pages:           "Počet strán",
			PagesInPrint:    "Počet strán v\u00A0tlači",
			Price:           "Cena",
			Publication:     "Dátum vydania",
			Edition:         "Vydanie",
			Manuscript:      "Rukopis",
			Subjects:        "Témy",
			Contact:         "Kontakt",
			Comments:        "Pripomienky",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0palca)",
			InPrint:         "tlačená kniha",
			AsHardcover:     "viazaná kniha",
			InPaper:         "brožovaná kniha",
			AsEPUB:          "EPUB",
			ToCome:          "bude oznámené",
			State:           "Rukopis {revision} z\u00A0{date}",
			DatedState:      "Rukopis {revision}, {date}",
			BookPages:       "Strany a\u00A0ich čísla zodpovedajú knihe. ",
			TypescriptPages: "Toto je strojopis: jeho strany nezodpovedajú stranám knihy. ",
			NumberedLines: "Každý {nth} riadok strany má vedľa seba svoje číslo, aby sa dalo povedať, kam pripomienka patrí: „strana 42, " +
				"riadok 17“. Poznámky zapísané do tohto súboru v\u00A0ktorejkoľvek čítačke PDF sa dostanú do rukopisu.",
			EveryLine: "jeden",
			Number:    "Výtlačok {n} z\u00A0{of}",
			For:       "príjemca",
			Reader:    "príjemca: {name}",
			NumberFor: "{copy}, príjemca: {name}",
			Drafts:    "Koncepty: zatiaľ nie sú v\u00A0knihe",
			Removed:   "tu vypustené: {title}",
			TK:        "TK: bude doplnené",
		},
		Changes: Changes{
			Since:           "Čo sa zmenilo. Porovnané s\u00A0verziou: {state}",
			LastCopy:        "váš predchádzajúci výtlačok, rukopis {revision}",
			None:            "Nič.",
			New:             "nové",
			Removed:         "vypustené",
			Moved:           "presunuté",
			Changed:         "zmenené",
			In:              "s.\u00A0{n} v\u00A0tlači",
			From:            "predtým: „{chapter}“",
			WordsNew:        Counted{One: "{n}\u00A0nové slovo", Few: "{n}\u00A0nové slová", Other: "{n}\u00A0nových slov"},
			WordsGone:       Counted{One: "vypustené {n}\u00A0slovo", Few: "vypustené {n}\u00A0slová", Other: "vypustených {n}\u00A0slov"},
			OtherPicture:    "iný obrázok",
			OtherForm:       "v\u00A0inej podobe",
			OtherKeys:       "zmenené: {keys}",
			CrossReferences: "odkazy",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "riadok\u00A0{n}",
			ForRead: "namiesto {was} má byť {is}",
			Delete:  "{was} sa vypúšťa",
			Insert:  "{is} sa dopĺňa",
		},
		Trade: Trade{
			Sheet:        "Informácie o knihe",
			About:        "O knihe",
			AboutAuthor:  "O autorovi",
			AboutAuthors: "O autoroch",
			FromTheBook:  "Z knihy",
			Inside:       "Pohľad do knihy",
			Order:        "Objednávky",
			Series:       "Edícia",
			Rights:       "Práva",
			Excerpt:      "Ukážka",
			ExcerptOf:    "{title} (ukážka)",
			IsExcerpt:    "Toto bola ukážka z knihy {title}.",
			WholeBook:    "Celá kniha",
		},
		Answers: Answers{
			Title:    "Vaše pripomienky",
			Thanks:   "Ďakujeme za také pozorné čítanie. Takto sme s\u00A0vašimi pripomienkami naložili.",
			At:       "strana\u00A0{page}, riadok\u00A0{line}",
			Taken:    "prijaté",
			Changed:  "zmenené inak",
			Declined: "ponechané",
			Open:     "zatiaľ otvorené",
			Gone:     "už nie je v\u00A0knihe",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0karta", Few: "{n}\u00A0karty", Other: "{n}\u00A0kariet"},
			Themes:      "Témy",
			Blank:       "Zapíšte si",
			Deck:        "{title}: karty",
			AtAGlance:   "{title}: prehľad kariet",
			Proof:       "{title}: skúšobná tlač karty",
			Calibration: "{title}: kalibrácia",
		},
		Sheets: Sheets{
			Front:      "{sheet} líce",
			Back:       "{sheet} rub",
			Of:         "{n} z\u00A0{of}",
			ProofFront: "líce: {card}",
			ProofBack:  "rub",
			Ruler:      "Toto pravítko meria {mm}\u00A0mm, ak má karta skutočnú veľkosť. Ak nemá, tlačte v\u00A0mierke 100\u00A0%.",
			Jig:        "šablóna",
			JigCard:    "karta {size}",
			JigCut:     "režte pozdĺž čiarok, {mm}\u00A0mm od karty",
		},
		Laminating: slovakLaminating(),
		Ordering: Ordering{
			Title:    "{title}: karty pre {service}",
			Choose:   "Zvoľte túto kartu: {card}. Súprava má {n}.",
			OwnBacks: "Dajte každej karte vlastný líc a\u00A0vlastný rub.",
			UploadPictures: "Nahrajte líca ({fronts}) v\u00A0poradí čísel a\u00A0potom ruby ({backs}) v\u00A0rovnakom poradí: " +
				"líc a\u00A0rub karty majú rovnaké číslo.",
			UploadFile: "Nahrajte {file}. Má stranu na každú stranu karty, rub karty pred jej lícom.",
			Unscaled:   "Nenechajte nič meniť veľkosť: súbory ju majú správnu, po obvode sa odreže {mm}\u00A0mm.",
			Finish:     "Papier, povrch a\u00A0škatuľku si môžete zvoliť: súbory zostávajú rovnaké.",
			Preview:    "Prezrite si každú kartu v\u00A0náhľade a\u00A0objednajte jednu súpravu, než ich objednáte viac.",
		},
		Calibrate: slovakCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientačné body",
			Start:        "Začiatok textu",
			PrintedPages: "Strany tlačeného vydania",
			Pages:        "Strany",
			BackToText:   "Späť do textu",
			CoverOf:      "Obálka: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, tlačené vydanie",
			Identifier:   "Identifikátor publikácie",
		},
		Access: Accessibility{
			Text: "Text možno zobraziť v\u00A0ľubovoľnej veľkosti, ľubovoľným písmom a\u00A0v\u00A0ľubovoľnej farbe a\u00A0čítačka obrazovky alebo " +
				"braillovský riadok ho číta v\u00A0správnom poradí.",
			Ways:          " Na orientáciu slúži: {ways}.",
			Contents:      "obsah",
			Headings:      "nadpisy",
			Indexes:       "registre s\u00A0odkazmi",
			PageNumbers:   "čísla strán tlačeného vydania",
			NoneDescribed: " Obrázky nemajú opisy.",
			SomeDescribed: " Niektoré obrázky nemajú opis.",
			AllDescribed:  " Každý obrázok je opísaný slovami.",
			OnlyCover:     " Jediným obrázkom je obálka, ktorá je opísaná slovami.",
			NoPictures:    " Publikácia neobsahuje obrázky.",
			Tables:        " Tabuľky majú hlavičky stĺpcov.",
			Notes:         " Poznámky sú so svojimi značkami v\u00A0texte prepojené oboma smermi.",
			Still:         " Nič sa nehýbe, nebliká ani nevydáva zvuk.",
			Statement: Statement{
				Title:       "Vyhlásenie o prístupnosti",
				Reading:     "Spôsoby čítania",
				Navigation:  "Navigácia",
				Hazards:     "Nebezpečenstvá",
				Conformance: "Zhoda",
				Contact:     "Kontakt",
				Meets:       "Táto publikácia spĺňa požiadavky: {standard}. Potvrdzuje: {name}.",
				Unclaimed:   "Nikto nepotvrdil, že táto publikácia spĺňa niektorú normu prístupnosti.",
				WriteTo:     "Otázky a pripomienky k prístupnosti: {address}",
				Made:        "Dátum vyhlásenia: {date}",
				Formulas:    " Vzorce sú uvedené v MathML.",
			},
		},
		Rules:  slovakRules(),
		Reader: slovakReader(),
	}
}

func slovakLaminating() Laminating {
	return Laminating{
		Label:      "laminovanie",
		Title:      "Ako karty narezať a\u00A0zalaminovať",
		PlainLabel: "návod",
		PlainTitle: "Ako karty vyrobiť",
		PrintBothSides: "Vytlačte strany {first} až {n} obojstranne v\u00A0skutočnej veľkosti (100\u00A0%), s\u00A0tlačiarňou nastavenou na preklápanie podľa " +
			"{edge} strany. Podržte hárok proti svetlu: každý rub musí ležať za svojím lícom. Ak neleží, príkaz octavo cards calibrate " +
			"ukáže, o\u00A0koľko je posunutý.",
		PrintOneSide: "Vytlačte strany {first} až {n} jednostranne v\u00A0skutočnej veľkosti (100\u00A0%).",
		LongEdge:     "dlhšej",
		ShortEdge:    "kratšej",
		Cut: "Režte v\u00A0poradí čísel uvedených nižšie, vždy cez celý hárok, a\u00A0zachovajte poradie dielov. Orezaná karta meria " +
			"{size}.",
		Break: "Rozlomte hárok {stock} pozdĺž perforácie. Karta meria {size}.",
		Fold: "Režte v\u00A0poradí čísel uvedených nižšie, potom každý diel preložte podľa čiarkovanej čiary potlačenými stranami von " +
			"a\u00A0ohyb dobre pritlačte.",
		Warm: "Počkajte, kým sa laminátor zohreje na teplotu vhodnú pre fóliu, a\u00A0vložte vrecko zatavenou stranou dopredu. Nechajte ho " +
			"ležať na rovnej ploche, kým nevychladne.",
		LaySheet: "Každý hárok vložte do vrecka {pouch} až k\u00A0zatavenej strane tak, aby na ostatných stranách fólia rovnomerne presahovala.",
		OpenEdges: "Okraje týchto kariet sú otvorené: papier je odkrytý a\u00A0nasáva vodu. Chráňte ich pred vlhkom, alebo nabudúce karty " +
			"najprv narežte a\u00A0až potom zalaminujte (laminate = \"cards\").",
		RoundCorners: "Pred laminovaním zaoblite rohy dierovačom s\u00A0polomerom asi {mm}\u00A0mm.",
		LayOnJig: "Položte otvorené vrecko {pouch} na šablónu z\u00A0nasledujúcej strany a\u00A0na každý jej rámik kartu. Rámiky sú od seba " +
			"{mm}\u00A0mm, takže sa okolo každej karty spojí fólia s\u00A0fóliou.",
		CloseOnJig: "Zatvorte vrecko tak, aby sa karty nepohli, a\u00A0šablónu vytiahnite.",
		CutDashes: "Režte pozdĺž čiarok, {mm}\u00A0mm od každej karty a\u00A0nikdy nie do jej papiera: karta zostane uzavretá, len kým fólia presahuje " +
			"po celom obvode.",
		LayCard: "Každú kartu vložte do vrecka {pouch} ({name}) tak, aby fólia rovnomerne presahovala po celom obvode: {mm}\u00A0mm na užších " +
			"stranách.",
		KeepFilm: "Do fólie nerežte: karta zostane uzavretá, len kým fólia presahuje po celom obvode. Ak sú jej rohy ostré, " +
			"zaoblite ich.",
		TestStock: "Vytlačte stranu\u00A0{first} na obyčajný papier a\u00A0proti svetlu ju priložte k\u00A0hárku {stock}: každá " +
			"karta musí ležať vnútri svojej perforácie.",
		FeedStock:    "Podávajte hárky po jednom ručným podávačom a\u00A0nechajte farbu zaschnúť.",
		PunchCorners: "Zaoblite rohy dierovačom s\u00A0polomerom asi {mm}\u00A0mm.",
		Glue:         "Zlepte obe polovice každej karty a\u00A0nechajte ich zaschnúť pod závažím.",
		OpenLines: "V\u00A0programe {program} nastavte stranu na {sheet}, otvorte {svg} (alebo {dxf}, ak SVG nečíta) " +
			"a\u00A0čiary na strane vycentrujte. Dokopy merajú {size}.",
		TypeMarks: "Zapnite registračné značky v\u00A0troch rohoch a\u00A0zadajte, čo je vytlačené: dĺžka {arm}\u00A0mm, hrúbka " +
			"{thickness}\u00A0mm, odsadenie od okraja {inset}\u00A0mm.",
		CutByMachine: "Položte hárok na podložku lícom nahor, s\u00A0čiernym štvorcom vľavo hore, a\u00A0nechajte stroj nájsť " +
			"značky. Najprv vyrežte hárok obyčajného papiera.",
		Upload: "V\u00A0programe {program} nahrajte každý obrázok {png} ako plochý, pre Print Then Cut, a\u00A0nastavte jeho " +
			"veľkosť: {size}. Stroj reže pozdĺž jeho okrajov.",
		AttachLines: "Nahrajte aj {svg}, položte čiary na obrázok, stred na stred, a\u00A0oboje spojte: stroj reže pozdĺž čiar.",
		PrintThere: "Vytlačte ho odtiaľ na {sheet} v\u00A0skutočnej veľkosti (100\u00A0%) a\u00A0najprv vyrežte hárok " +
			"obyčajného papiera.",
		PrintBacks: "Pred rezaním vytlačte na druhú stranu rub: strana\u00A0{first} patrí k\u00A0prvému obrázku a\u00A0tak " +
			"ďalej. Je uprostred hárka: posuňte tam obrázok a\u00A0pozrite si prvý hárok proti svetlu.",
	}
}

func slovakCalibration() Calibration {
	return Calibration{
		Front:  "líce",
		Back:   "rub",
		OnBack: "Toto je rub kalibračného hárka. Otočte ho a\u00A0podržte proti svetlu.",
		Title:  "Ležia ruby za lícami?",
		Print:  []string{"Vytlačte tento hárok obojstranne, tak ako tlačíte karty:", "v\u00A0skutočnej veľkosti (100\u00A0%), neprispôsobený strane."},
		Hold:   []string{"Priložte ho k\u00A0oknu, touto stranou k\u00A0sebe.", "Čiary z\u00A0rubu budú presvitať."},
		Read: []string{"Na každej zo štyroch strán nájdite tú čiarku dlhej stupnice,",
			"na ktorú nadväzuje čiarka z\u00A0rubu, a\u00A0zapíšte si jej číslo.",
			"Medzi čiarkami je štvrť milimetra. Hrubá čiarka z\u00A0rubu ukazuje",
			"na malom pravítku, aké číslo to približne bude; ak je väčšie ako 3,",
			"zadajte ho a\u00A0potom tento hárok vytlačte znova."},
		Type: []string{"Napíšte ich do jedného riadka, s\u00A0mínusom tam, kde je:"},
		Shifted: [2]Pattern{"Pripočítajú sa k\u00A0tomu, o\u00A0čo sa rub posúva už teraz: {right}\u00A0mm",
			"doprava, {down}\u00A0mm nadol a\u00A0{degrees}\u00A0stupňa."},
		Top:      "hore",
		Bottom:   "dole",
		Left:     "vľavo",
		Right:    "vpravo",
		Reminder: []string{"Proti svetlu", "odčítajte čísla tam,", "kde sa čiarky stretnú:", "x je vodorovne, y zvislo."},
	}
}

func slovakRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/sk.txt", Before: 2, After: 3, Capitals: true, Repeats: true},
		Bound:       set("k s v z o u a i"),
		Clinging: set(`k s v z o u a i ku so vo zo do na od po za bez cez medzi nad pod podľa pre proti pred pri popri okolo
			alebo ani ale že aby by keď keby či než ako čo kto ktorý ktorá ktoré pretože lebo
			môj moja moje tvoj tvoja tvoje jeho jej ich náš naša naše váš vaša vaše svoj svoja svoje ten tá to tento táto toto tieto veľmi
			ja ty on ona ono my vy oni je sú bol bola bolo byť má môže musí som si sme ste každý každá každé všetko všetci nikdy len dva dve tri
			štyri päť šesť sedem osem deväť desať sto tisíc`),
		Opening:      set(`a i alebo ani ale že aby keď keby či než ako čo kto ktorý ktorá ktoré ktorí ktorého pretože lebo kde kedy prečo kým zatiaľ`),
		BeforeNumber: set("s. str. zv. č. roč. kap. obr. tab. čl. ods. § §§ písm. r. stor. vyd. pozn. asi cca tel. bod r."),
		BeforeName:   set("dr. prof. doc. mgr. ing. bc. judr. mudr. phdr. rndr. p. sv. gen. plk. kpt. por. ul. nám. tr. pán pani"),
		AfterNumber: set(`januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
			% ‰ °C °F K mm cm dm m km ha a mg g dkg dag kg q t ml cl dl l hl s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ Kč Sk EUR eur
			tis mil mld tis. mil. mld. hod hod. min. sek. ks str stor n pred rokov`),
		Abbreviations: []string{"a.s.", "s.r.o.", "v.o.s.", "n.o.", "n.l.", "pred n.l.", "n.m.", "m.n.m.", "t.j.", "t.č.", "t.r.", "o.i.", "o.z.", "v.r.", "č.p.",
			"č.j.", "k.s.", "n.p.", "P.S."},
		NoSentenceEnd: set(`napr. tzv. t.j. tj. t. resp. príp. popr. ap. Dr. Prof. prof. Doc. doc. Mgr. Ing. Bc. JUDr. MUDr. PhDr. RNDr. sv. p. s. str.
			č. roč. kap. obr. tab. čl. ods. písm. vyd. pozn. stor. r. nar. zom. gen. plk. kpt. ul. nám. tr. tel. porov. red. prel. ed. cca. hod. min. tis.
			mil. mld. a. n. o. k. z. v. u. j. i. l. pred. najmä. fr. angl. lat. nem. ` + ordinalDays),
		Matter: map[string]string{"predslov": "preface", "predhovor": "preface", "na-uvod": "preface", "slovo-na-uvod": "foreword",
			"uvodne-slovo": "foreword", "uvod": "introduction", "prolog": "prologue", "podakovanie": "acknowledgments",
			"epilog": "epilogue", "doslov": "afterword", "zaver": "conclusion", "na-zaver": "conclusion", "dodatok": "appendix",
			"priloha": "appendix", "prilohy": "appendix", "tiraz": "colophon", "zdroje-obrazkov": "credits", "errata": "errata",
			"opravy": "errata"},
		Letters:  "A Ä B C Č D E F G H Ch I J K L M N O Ô P Q R S Š T U V W X Y Z Ž",
		Repeated: set("veľmi tak nie áno no len už dávno stále znova pomaly ticho"),
		Joining:  set("a i k s v z o u ku so vo zo do na od po za pre podľa alebo či že ako"),
		Stem: stemBy(`ách och iach ami mi ými ími om ám iam ovi ové ého iemu ému ých ích ým ím ou om ej e é á í ý ia ie iu i a o u y ov osť osti
			ovať uje oval ovala ovanie enie anie iť il ila ilo ili ať al ala alo ali`),
	}
}

func slovakReader() Reader {
	return Reader{
		Page:     []string{"strana", "strane", "strany", "stránka", "stránke", "stránky", "str", "s"},
		Line:     []string{"riadok", "riadku", "r"},
		On:       []string{"na"},
		Days:     []string{"pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa"},
		HalfDays: []string{"hod", "dop", "odp"},
		Columns: Columns{
			Page:    []string{"strana", "stránka", "str.", "str", "číslo strany"},
			Line:    []string{"riadok", "číslo riadka"},
			Comment: []string{"komentár", "komentáre", "poznámka", "poznámky", "pripomienka", "pripomienky", "oprava", "korektúra"},
			Reader:  []string{"čitateľ", "čitateľka", "autor", "meno", "kto", "recenzent", "od"},
			Words:   []string{"slová", "citát", "text", "pasáž", "zvýraznenie", "označený text"},
			New:     []string{"nahradiť", "má byť", "správne", "nový text"},
			File:    []string{"súbor"},
			Row:     []string{"riadok súboru"},
			Date:    []string{"dátum", "vytvorené"},
			Heading: []string{"kapitola", "oddiel", "nadpis", "heslo"},
			Book:    []string{"názov", "kniha", "názov knihy", "titul"},
		},
		Labels: Labels{
			Passage: []string{"zvýraznenie", "citát", "text", "pasáž"},
			Heading: []string{"kapitola", "oddiel"},
			Comment: []string{"poznámka", "pripomienka", "komentár", "moja poznámka"},
		},
		Kindle: Kindle{
			Page:     []string{"strana", "strane"},
			Location: []string{"umiestnenie", "pozícia"},
			Added:    []string{"pridané"},
			Note:     []string{"poznámka"},
		},
		Excerpts: []string{"Úryvok z knihy"},
		Anybody:  []string{"používateľ", "hosť", "správca", "vlastník", "neznámy", "čitateľ", "čitateľka", "ja", "autor", "autorka", "anonym"},
	}
}

// slovakOrdinals are ordinal numbers without the endings of their genders.
var slovakOrdinals = ordinals{
	first: "prv druh tret štvrt piat šiest siedm ôsm deviat desiat jedenást dvanást trinást štrnást pätnást šestnást sedemnást osemnást " +
		"devätnást",
	tens: "dvadsiat tridsiat štyridsiat päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat",
	join: " ",
	ending: func(stem, ending string) string {
		switch {
		case stem == "tret":
			return map[string]string{"a": "tretia", "y": "tretí"}[ending]
		case ending == "a" && (stem == "prv" || stem == "druh" || stem == "štvrt"): // a short vowel stands before the ending
			return stem + "á"
		case ending == "y" && (stem == "prv" || stem == "druh" || stem == "štvrt"):
			return stem + "ý"
		}
		return stem + ending
	},
}

package lang

// slovenian returns the words and rules of Slovenian.
func slovenian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"»", "«"},
			Inner:  Marks{"›", "‹"},
			Others: []QuoteChoice{{Name: "german", Outer: Marks{"„", "“"}, Inner: Marks{"‚", "‘"}}},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Ungrouped: 10000,
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", slovenianOrdinals.word(n, "o"), " poglavje") },
			PartWord:  func(n int) string { return phrase("", slovenianOrdinals.word(n, "i"), "") },
			Ordinal:   func(n int) string { return slovenianOrdinals.orFigure(n, "a") },
			Ordinals:  slovenianOrdinals.forms("o", "i"),
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"januar", "februar", "marec", "april", "maj", "junij", "julij", "avgust", "september", "oktober", "november",
				"december"},
		},
		Lists: Lists{Comma: ", ", And: " in ", Names: " in ", Abridged: "{name} idr."},
		Titles: Titles{
			Contents:      "Kazalo",
			ByTheme:       "{entries} po temah",
			ByFirstWords:  "{entries} po prvih besedah",
			Subjects:      "Stvarno kazalo",
			Notes:         "Opombe",
			OtherThemes:   "Drugo",
			NumberedPart:  "{n}. del",
			PartInWords:   "{n} del",
			Untitled:      "Brez naslova",
			Cover:         "Naslovnica",
			TitlePage:     "Naslovna stran",
			Copyright:     "Avtorske pravice",
			Dedication:    "Posvetilo",
			Epigraph:      "Moto",
			Colophon:      "Kolofon",
			AboutThisCopy: "O\u00A0tem izvodu",
		},
		References: References{
			See:             "gl.",
			Page:            "str.\u00A0{n}",
			PageAbbreviated: "str.\u00A0{n}",
			Maxim:           "maksima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Namesto strani so navedene številke. Enote: {entries}.",
			HeadingSee:      "Gl.",
			HeadingSeeAlso:  "Gl. tudi",
		},
		Notes: Notes{
			ToPage:  "Opombe k\u00A0str.\u00A0{page}",
			ToPages: "Opombe k\u00A0str.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Opomba",
			Tip:        "Nasvet",
			Important:  "Pomembno",
			Warning:    "Opozorilo",
			Caution:    "Pozor",
			Example:    "Primer",
			Exercise:   "Vaja",
			Question:   "Vprašanje",
			Discussion: "Za razpravo",
			Summary:    "Povzetek",
		},
		Tables: Tables{
			Continued: "{caption} (nadaljevanje)",
			Goes:      "(nadaljevanje)",
			Turned:    "Tabela je na {page}.",
		},
		Figures: Figures{
			Figure: "slika\u00A0{n}", Table: "tabela\u00A0{n}",
			FigureLabel: "Slika\u00A0{n}:", TableLabel: "Tabela\u00A0{n}:",
			Figures: "Seznam slik", Tables: "Seznam tabel",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memi", Means: "misel, ki jo je vredno podati naprej"},
				"metaphor": {Name: "metafora", Plural: "metafore", Means: "eno, videno kot drugo", Line: "{tenor} kot {vehicle}"},
			},
			Maxims:     "maksime",
			Entries:    "gesla",
			Themes:     "Teme",
			Audience:   "Za koga",
			Card:       "kartica: {text}",
			Draft:      "OSNUTEK",
			DraftOnly:  "Osnutek: še ni v\u00A0knjigi.",
			Drafts:     "Osnutki: ",
			DraftFolio: "O{n}",
			Picture:    "[slika: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Uredništvo: {name}", "ill": "Ilustracije: {name}", "trl": "Prevod: {name}",
				"aui": "Uvod: {name}", "aft": "Spremna beseda: {name}", "pht": "Fotografije: {name}", "art": "Likovna oprema: {name}",
				"win": "Uvod: {name}", "wpr": "Predgovor: {name}", "bkd": "Oblikovanje: {name}", "cov": "Naslovnica: {name}",
				"dsr": "Oblikovanje: {name}", "com": "Izbor: {name}"},
			Roles: map[string]string{"aut": "avtor", "edt": "urednik", "ill": "ilustrator", "trl": "prevajalec",
				"aui": "avtor uvoda", "pht": "fotograf", "bkd": "oblikovalec", "nrt": "bralec"},
			Contributor: "sodelavec",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Osebe: {text}",
			Title:          "Naslov: {text}",
			Description:    "Opis: {text}",
			Identifiers:    "Oznake: {text}",
			Subjects:       "Predmetne oznake: {text}",
			Classification: "Klasifikacija: {text}",
			Typeface:       "Stavljeno v\u00A0pisavi {name} z\u00A0licenco SIL Open Font License.",
			Typefaces:      "Stavljeno v\u00A0pisavah {names} z\u00A0licenco SIL Open Font License.",
			SetIn:          "Stavljeno v\u00A0pisavi {font}",
			DesignedBy:     " (avtor pisave: {designer})",
			MadeBy:         ". Prelom in kazala je iz rokopisa izdelal program octavo.",
		},
		Typescript: Typescript{Length: "približno {n}\u00A0besed", Chapter: "{n}. poglavje"},
		Review: Review{
			Notice:          "Recenzijski izvod pred korekturami – ni za prodajo",
			Quotations:      "To je izvod pred korekturami. Prosimo, da navedke preverite v\u00A0dokončani knjigi.",
			Unnamed:         "recenzijski izvod",
			Front:           "Prva stran",
			Data:            "Podatki",
			Changes:         "Spremembe",
			Title:           "Naslov",
			Author:          "Avtor",
			Publisher:       "Založba",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Število strani",
			PagesInPrint:    "Število strani v\u00A0tisku",
			Price:           "Cena",
			Publication:     "Izid",
			Edition:         "Izdaja",
			Manuscript:      "Rokopis",
			Subjects:        "Teme",
			Contact:         "Stik",
			Comments:        "Pripombe",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0palca)",
			InPrint:         "tiskana izdaja",
			AsHardcover:     "trda vezava",
			InPaper:         "mehka vezava",
			AsEPUB:          "EPUB",
			ToCome:          "bo objavljeno",
			State:           "Rokopis {revision}, {date}",
			DatedState:      "Rokopis {revision}, {date}",
			BookPages:       "Strani in njihove številke so enake kot v\u00A0knjigi. ",
			TypescriptPages: "To je tipkopis: njegove strani niso strani knjige. ",
			NumberedLines: "Vsaka {nth} vrstica na strani ima ob sebi svojo številko, da lahko pripomba pove, kam sodi: »stran 42, vrstica 17«. " +
				"Opombe, ki jih v\u00A0to datoteko vpišete s\u00A0katerim koli bralnikom PDF, bodo prišle do rokopisa.",
			EveryLine: "posamezna",
			Number:    "Izvod {n} od {of}",
			For:       "prejemnik",
			Reader:    "prejemnik: {name}",
			NumberFor: "{copy}, prejemnik: {name}",
			Drafts:    "Osnutki: še niso v\u00A0knjigi",
			Removed:   "tu izpuščeno: {title}",
			TK:        "TK: še sledi",
		},
		Changes: Changes{
			Since:    "Kaj se je spremenilo. Primerjano z\u00A0različico: {state}",
			LastCopy: "vaš prejšnji izvod, rokopis {revision}",
			None:     "Nič.",
			New:      "novo",
			Removed:  "izpuščeno",
			Moved:    "premaknjeno",
			Changed:  "spremenjeno",
			In:       "str.\u00A0{n} v\u00A0tisku",
			From:     "prej: »{chapter}«",
			WordsNew: Counted{One: "{n}\u00A0nova beseda", Two: "{n}\u00A0novi besedi", Few: "{n}\u00A0nove besede", Other: "{n}\u00A0novih besed"},
			WordsGone: Counted{One: "{n}\u00A0beseda manj", Two: "{n}\u00A0besedi manj", Few: "{n}\u00A0besede manj",
				Other: "{n}\u00A0besed manj"},
			OtherPicture:    "druga slika",
			OtherForm:       "v\u00A0drugi obliki",
			OtherKeys:       "spremenjeno: {keys}",
			CrossReferences: "kazalke",
		},
		Errata: Errata{
			Title:   "Popravki",
			Line:    "vrstica\u00A0{n}",
			ForRead: "namesto {was} beri {is}",
			Delete:  "{was} se črta",
			Insert:  "{is} se doda",
		},
		Trade: Trade{
			Sheet:        "Podatki o knjigi",
			About:        "O knjigi",
			AboutAuthor:  "O avtorju",
			AboutAuthors: "O avtorjih",
			FromTheBook:  "Iz knjige",
			Inside:       "Pogled v knjigo",
			Order:        "Naročila",
			Series:       "Zbirka",
			Rights:       "Pravice",
			Excerpt:      "Odlomek",
			ExcerptOf:    "{title} (odlomek)",
			IsExcerpt:    "To je bil odlomek iz knjige {title}.",
			WholeBook:    "Cela knjiga",
		},
		Answers: Answers{
			Title:    "Vaše pripombe",
			Thanks:   "Hvala za tako pozorno branje. To se je zgodilo z\u00A0vašimi pripombami.",
			At:       "stran\u00A0{page}, vrstica\u00A0{line}",
			Taken:    "upoštevano",
			Changed:  "spremenjeno drugače",
			Declined: "nespremenjeno",
			Open:     "še odprto",
			Gone:     "ni več v\u00A0knjigi",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kartica", Two: "{n}\u00A0kartici", Few: "{n}\u00A0kartice", Other: "{n}\u00A0kartic"},
			Themes:      "Teme",
			Blank:       "Zapiši si",
			Deck:        "{title}: kartice",
			AtAGlance:   "{title}: pregled kartic",
			Proof:       "{title}: poskusni odtis kartice",
			Calibration: "{title}: umerjanje",
		},
		Sheets: Sheets{
			Front:      "{sheet} sprednja stran",
			Back:       "{sheet} hrbtna stran",
			Of:         "{n} od {of}",
			ProofFront: "sprednja stran: {card}",
			ProofBack:  "hrbtna stran",
			Ruler:      "To ravnilo meri {mm}\u00A0mm, kadar je kartica v\u00A0pravi velikosti. Če ni, natisnite v\u00A0merilu 100\u00A0%.",
			Jig:        "šablona",
			JigCard:    "kartica {size}",
			JigCut:     "režite po črticah, {mm}\u00A0mm od kartice",
		},
		Laminating: slovenianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kartice za {service}",
			Choose:   "Izberite to kartico: {card}. Komplet ima {n}.",
			OwnBacks: "Vsaki kartici dajte svojo sprednjo stran in svoj hrbet.",
			UploadPictures: "Naložite sprednje strani ({fronts}) po vrsti številk, nato hrbte ({backs}) v\u00A0istem vrstnem " +
				"redu: sprednja stran in hrbet kartice imata isto številko.",
			UploadFile: "Naložite {file}. Za vsako stran kartice ima svojo stran, hrbet pred sprednjo stranjo.",
			Unscaled: "Ne pustite ničesar pomanjšati ali povečati: datoteke imajo pravo velikost, naokrog se odreže " +
				"{mm}\u00A0mm.",
			Finish:  "Papir, površino in škatlico izberete poljubno: datoteke so iste.",
			Preview: "Poglejte vsako kartico v\u00A0predogledu in naročite en komplet, preden jih naročite več.",
		},
		Calibrate: slovenianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientacijske točke",
			Start:        "Začetek besedila",
			PrintedPages: "Strani tiskane izdaje",
			Pages:        "Strani",
			BackToText:   "Nazaj na besedilo",
			CoverOf:      "Naslovnica: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, tiskana izdaja",
			Identifier:   "Oznaka publikacije",
		},
		Access: Accessibility{
			Text: "Besedilo je mogoče prikazati v\u00A0poljubni velikosti, pisavi in barvi, bralnik zaslona ali brajeva vrstica pa ga bere " +
				"v\u00A0pravilnem vrstnem redu.",
			Ways:          " Za orientacijo so na voljo {ways}.",
			Contents:      "kazalo",
			Headings:      "naslovi",
			Indexes:       "stvarna kazala s\u00A0povezavami",
			PageNumbers:   "številke strani tiskane izdaje",
			NoneDescribed: " Slike nimajo opisov.",
			SomeDescribed: " Nekatere slike nimajo opisa.",
			AllDescribed:  " Vsaka slika je opisana z\u00A0besedami.",
			OnlyCover:     " Edina slika je naslovnica, ki je opisana z\u00A0besedami.",
			NoPictures:    " Publikacija nima slik.",
			Tables:        " Tabele imajo glave stolpcev.",
			Notes:         " Opombe so z\u00A0oznakami v\u00A0besedilu povezane v\u00A0obe smeri.",
			Still:         " Nič se ne premika, ne utripa in ne oddaja zvoka.",
			Statement: Statement{
				Title:       "Izjava o dostopnosti",
				Reading:     "Načini branja",
				Navigation:  "Krmarjenje",
				Hazards:     "Nevarnosti",
				Conformance: "Skladnost",
				Contact:     "Stik",
				Meets:       "Ta publikacija izpolnjuje zahteve: {standard}. Potrjuje: {name}.",
				Unclaimed:   "Nihče ni potrdil, da ta publikacija izpolnjuje kak standard dostopnosti.",
				WriteTo:     "Vprašanja in pripombe o dostopnosti: {address}",
				Made:        "Datum izjave: {date}",
				Formulas:    " Formule so podane v MathML.",
			},
		},
		Rules:  slovenianRules(),
		Reader: slovenianReader(),
	}
}

func slovenianLaminating() Laminating {
	return Laminating{
		Label:      "plastificiranje",
		Title:      "Kako razrezati in plastificirati kartice",
		PlainLabel: "navodila",
		PlainTitle: "Kako izdelati kartice",
		PrintBothSides: "Natisnite strani od {first} do {n} obojestransko, v\u00A0pravi velikosti (100\u00A0%), tiskalnik pa nastavite na obračanje po {edge} " +
			"robu. Polo pridržite proti svetlobi: vsaka hrbtna stran mora ležati za svojo sprednjo. Če ne leži, ukaz octavo cards calibrate " +
			"pokaže, za koliko je zamaknjena.",
		PrintOneSide: "Natisnite strani od {first} do {n} enostransko, v\u00A0pravi velikosti (100\u00A0%).",
		LongEdge:     "daljšem",
		ShortEdge:    "krajšem",
		Cut: "Režite po vrsti številk, navedenih spodaj, vedno skozi vso polo, in ohranite vrstni red kosov. Razrezana kartica meri " +
			"{size}.",
		Break: "Polo {stock} razlomite vzdolž perforacije. Kartica meri {size}.",
		Fold: "Režite po vrsti številk, navedenih spodaj, nato vsak kos prepognite po črtkani črti, s\u00A0potiskanima stranema navzven, in " +
			"pregib dobro pritisnite.",
		Warm: "Počakajte, da se plastifikator segreje, kolikor zahteva folija, in žepek vstavite z\u00A0zaprtim robom naprej. Pustite ga ležati na " +
			"ravnem, dokler se ne ohladi.",
		LaySheet: "Vsako polo vložite v\u00A0žepek {pouch} vse do zaprtega roba, tako da na drugih straneh folija enakomerno sega čez.",
		OpenEdges: "Robovi teh kartic so odprti: tam je papir nezaščiten in vpija vodo. Varujte jih pred vlago ali pa prihodnjič kartice " +
			"najprej razrežite in šele nato plastificirajte (laminate = \"cards\").",
		RoundCorners: "Pred plastificiranjem zaokrožite vogale z\u00A0luknjačem s\u00A0polmerom približno {mm}\u00A0mm.",
		LayOnJig: "Odprt žepek {pouch} položite na šablono z\u00A0naslednje strani, v\u00A0vsak njen okvir pa kartico. Okviri so {mm}\u00A0mm narazen, " +
			"tako da se okoli vsake kartice folija sprime s\u00A0folijo.",
		CloseOnJig: "Žepek zaprite tako, da se kartice ne premaknejo, in šablono izvlecite.",
		CutDashes: "Režite po črticah, {mm}\u00A0mm od vsake kartice in nikoli v\u00A0njen papir: kartica ostane zaprta le, dokler folija na vseh straneh " +
			"sega čez.",
		LayCard: "Vsako kartico vložite v\u00A0žepek {pouch} ({name}) tako, da folija enakomerno sega čez na vseh straneh: {mm}\u00A0mm na ožjih " +
			"straneh.",
		KeepFilm: "Ne režite v\u00A0folijo: kartica ostane zaprta le, dokler folija na vseh straneh sega čez. Če so vogali ostri, jih " +
			"zaokrožite.",
		TestStock: "Natisnite stran\u00A0{first} na navaden papir in jo proti svetlobi položite na polo {stock}: vsaka kartica " +
			"mora ležati znotraj svoje perforacije.",
		FeedStock:    "Pole vstavljajte posamič v\u00A0ročni podajalnik in počakajte, da se barva posuši.",
		PunchCorners: "Zaokrožite vogale z\u00A0luknjačem s\u00A0polmerom približno {mm}\u00A0mm.",
		Glue:         "Zlepite obe polovici vsake kartice in pustite, da se pod utežjo posušita.",
		OpenLines: "V\u00A0programu {program} nastavite stran na {sheet}, odprite {svg} (ali {dxf}, če ne bere SVG) in črte " +
			"poravnajte na sredino strani. Skupaj merijo {size}.",
		TypeMarks: "Vklopite registrske oznake v\u00A0treh vogalih in vpišite, kar je natisnjeno: dolžina {arm}\u00A0mm, " +
			"debelina {thickness}\u00A0mm, odmik od roba {inset}\u00A0mm.",
		CutByMachine: "Polo položite na podlogo s\u00A0sprednjo stranjo navzgor in črnim kvadratom zgoraj levo ter pustite, da " +
			"stroj poišče oznake. Najprej izrežite polo navadnega papirja.",
		Upload: "V\u00A0programu {program} naložite vsako sliko {png} kot ravno, za Print Then Cut, in nastavite njeno " +
			"velikost: {size}. Stroj reže po njenih robovih.",
		AttachLines: "Naložite tudi {svg}, položite črte na sliko, sredino na sredino, in oboje spojite: stroj reže po črtah.",
		PrintThere: "Natisnite jo od tam na {sheet} v\u00A0pravi velikosti (100\u00A0%) in najprej izrežite polo navadnega " +
			"papirja.",
		PrintBacks: "Pred rezanjem na drugo stran natisnite hrbet: stran\u00A0{first} pripada prvi sliki in tako naprej. Je na " +
			"sredini pole: premaknite sliko tja in prvo polo poglejte proti svetlobi.",
	}
}

func slovenianCalibration() Calibration {
	return Calibration{
		Front:  "sprednja stran",
		Back:   "hrbtna stran",
		OnBack: "To je hrbtna stran pole za umerjanje. Obrnite jo in pridržite proti svetlobi.",
		Title:  "Ali hrbtne strani ležijo za sprednjimi?",
		Print:  []string{"To polo natisnite obojestransko, tako kot tiskate kartice:", "v\u00A0pravi velikosti (100\u00A0%), ne prilagojeno strani."},
		Hold:   []string{"Prislonite jo k\u00A0oknu, s\u00A0to stranjo proti sebi.", "Črte s\u00A0hrbtne strani bodo presevale."},
		Read: []string{"Na vsaki od štirih strani poiščite črtico dolge lestvice,",
			"ki jo nadaljuje črtica hrbtne strani, in si zapišite njeno številko.",
			"Med črticama je četrt milimetra. Debela črtica hrbtne strani",
			"na malem ravnilu kaže, katera številka bo to približno; če je",
			"večja od 3, vpišite to in nato polo natisnite znova."},
		Type: []string{"Vpišite jih v\u00A0eno vrstico, z\u00A0minusom, kjer stoji:"},
		Shifted: [2]Pattern{"Prištejejo se temu, kar to stran že premika: {right}\u00A0mm v\u00A0desno,",
			"{down}\u00A0mm navzdol in {degrees}\u00A0stopinje."},
		Top:      "zgoraj",
		Bottom:   "spodaj",
		Left:     "levo",
		Right:    "desno",
		Reminder: []string{"Proti svetlobi", "odčitajte številke,", "kjer se črtice stikajo:", "x je vodoravno, y navpično."},
	}
}

func slovenianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/sl.txt", Before: 2, After: 2, Capitals: true, Repeats: true},
		Bound:       set("a k h s z v o"),
		Clinging: set(`a k h s z v o in ali ter pa ne se si je so da ko če ker kot ki do od po na za pri pod pred nad med brez ob iz proti skozi
			zaradi kjer kdor kar ta to ti te moj moja moje tvoj tvoja tvoje njegov njen njihov naš naša naše vaš svoj svoja svoje zelo bi
			jaz on ona ono mi vi oni sem smo ste bil bila bilo biti ima mora lahko vsak vsaka vsako vse nikoli samo dva dve tri štiri pet šest sedem
			osem devet deset sto tisoč`),
		Opening:      set(`in ali ter pa da ko če ker kot ki kjer kdor kar kdo kaj zakaj kako ampak toda čeprav dokler preden`),
		BeforeNumber: set("str. št. zv. let. pogl. sl. tab. čl. odst. § §§ gl. prim. izd. op. pribl. ok. tel. r."),
		BeforeName:   set("dr. prof. mag. doc. inž. dipl. sv. g. ga. gdč. gen. ul. p. akad."),
		AfterNumber: set(`januar februar marec april maj junij julij avgust september oktober november december
			% ‰ °C °F K mm cm dm m km ha a mg g dag kg t ml cl dl l hl s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ EUR evrov
			evra tisoč mio mrd mio. mrd. leta ur min. sek. kos str st. n pr pribl`),
		Abbreviations: []string{"n.št.", "pr.n.št.", "d.o.o.", "d.d.", "t.i.", "t.j.", "l.r.", "n.m.", "m.n.m.", "o.p.", "s.p.", "P.S.", "n.d.", "b.d."},
		NoSentenceEnd: set(`npr. tj. t.i. oz. ipd. itn. itd. dr. Dr. prof. Prof. mag. doc. inž. sv. Sv. g. ga. gen. ul. str. št. zv. let. pogl. sl. tab. čl.
			odst. gl. prim. izd. op. pribl. ok. roj. r. u. um. ur. prev. tel. mio. mrd. t. i. j. n. d. o. p. s. pr. lat. angl. nem. franc. it. sod. stol. ` +
			ordinalDays),
		Matter: map[string]string{"predgovor": "preface", "uvodna-beseda": "foreword", "spremna-beseda": "afterword", "beseda-na-pot": "foreword",
			"uvod": "introduction", "prolog": "prologue", "zahvala": "acknowledgments", "zahvale": "acknowledgments", "epilog": "epilogue",
			"pogovor": "afterword", "sklep": "conclusion", "zakljucek": "conclusion", "dodatek": "appendix", "priloga": "appendix",
			"kolofon": "colophon", "viri-slik": "credits", "errata": "errata", "popravki": "errata"},
		Letters:  "A B C Č Ć D Đ E F G H I J K L M N O P Q R S Š T U V W X Y Z Ž",
		Repeated: set("zelo tako da ne ja no že vse samo spet počasi tiho dolgo"),
		Joining:  set("a k h s z v o in ali ter pa do od po na za pri iz ob da se ki kot"),
		Stem: stemBy(`ama oma ema ami emi imi ih im om em ega emu eg ev ov ah eh e a i o u ja je jo ti ati iti al ala alo ali il ila ilo ili
			ovati uje ost osti anje anja enje enja`),
	}
}

func slovenianReader() Reader {
	return Reader{
		Page:     []string{"stran", "strani", "str"},
		Line:     []string{"vrstica", "vrstici", "vrstice", "vr"},
		On:       []string{"na"},
		Days:     []string{"ponedeljek", "torek", "sreda", "četrtek", "petek", "sobota", "nedelja"},
		HalfDays: []string{"ura", "dop", "pop"},
		Columns: Columns{
			Page:    []string{"stran", "str.", "str", "številka strani"},
			Line:    []string{"vrstica", "številka vrstice"},
			Comment: []string{"komentar", "komentarji", "pripomba", "pripombe", "opomba", "opombe", "popravek", "korektura"},
			Reader:  []string{"bralec", "bralka", "avtor", "ime", "kdo", "recenzent", "od"},
			Words:   []string{"besede", "navedek", "citat", "besedilo", "odlomek", "označeno besedilo"},
			New:     []string{"zamenjava", "mora biti", "zamenjati z", "novo besedilo"},
			File:    []string{"datoteka"},
			Row:     []string{"vrstica datoteke"},
			Date:    []string{"datum", "ustvarjeno"},
			Heading: []string{"poglavje", "razdelek", "podnaslov", "geslo"},
			Book:    []string{"naslov", "knjiga", "naslov knjige"},
		},
		Labels: Labels{
			Passage: []string{"oznaka", "navedek", "citat", "besedilo", "odlomek"},
			Heading: []string{"poglavje", "razdelek"},
			Comment: []string{"opomba", "pripomba", "komentar", "moja opomba"},
		},
		Kindle: Kindle{
			Page:     []string{"stran", "strani"},
			Location: []string{"mesto", "lokacija"},
			Added:    []string{"dodano"},
			Note:     []string{"opomba"},
		},
		Excerpts: []string{"Odlomek iz knjige"},
		Anybody:  []string{"uporabnik", "gost", "skrbnik", "lastnik", "neznan", "bralec", "bralka", "jaz", "avtor", "avtorica", "anonimno"},
	}
}

// slovenianOrdinals are ordinal numbers without the endings of their genders.
var slovenianOrdinals = ordinals{
	first: "prv drug tretj četrt pet šest sedm osm devet deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst " +
		"devetnajst",
	tens:   "dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset",
	after:  "ena dva tri štiri pet šest sedem osem devet",
	join:   "in",
	turned: true,
	ending: func(stem, ending string) string {
		if stem == "tretj" && ending == "o" {
			return "tretje"
		}
		return stem + ending
	},
}

package lang

import "strconv"

// danish returns the words and rules of Danish.
func danish() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"»", "«"},
			Inner:  Marks{"›", "‹"},
			Others: []QuoteChoice{{Name: "commas", Outer: Marks{"”", "”"}, Inner: Marks{"’", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      danishWord,
			PartWord:  func(n int) string { return Capital(nth(danishOrdinals[:], n)) },
			Ordinal:   danishOrdinal,
			Ordinals:  func(n int) []string { return ordinalForms(danishOrdinals[:], nil, n, "", "andet") },
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
				"december"},
		},
		Lists: Lists{Comma: ", ", And: " og ", Names: " og ", Abridged: "{name} m.fl."},
		Titles: Titles{
			Contents:      "Indhold",
			ByTheme:       "{entries} efter emne",
			ByFirstWords:  "{entries} efter begyndelsesord",
			Subjects:      "Emneregister",
			Notes:         "Noter",
			OtherThemes:   "Øvrige",
			NumberedPart:  "Del {n}",
			PartInWords:   "{n} del",
			Untitled:      "Uden titel",
			Cover:         "Omslag",
			TitlePage:     "Titelblad",
			Copyright:     "Kolofon",
			Dedication:    "Dedikation",
			Epigraph:      "Motto",
			Colophon:      "Om bogens skrift",
			AboutThisCopy: "Om dette eksemplar",
		},
		References: References{
			See:             "se",
			Page:            "side\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maksime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Tallene er numrene på bogens {entries}.",
			HeadingSee:      "Se",
			HeadingSeeAlso:  "Se også",
		},
		Notes: Notes{
			ToPage:  "Noter til side\u00A0{page}",
			ToPages: "Noter til side\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Bemærk",
			Tip:        "Tip",
			Important:  "Vigtigt",
			Warning:    "Advarsel",
			Caution:    "Pas på",
			Example:    "Eksempel",
			Exercise:   "Øvelse",
			Question:   "Spørgsmål",
			Discussion: "Til diskussion",
			Summary:    "Sammenfatning",
		},
		Tables: Tables{
			Continued: "{caption} (fortsat)",
			Goes:      "(fortsat)",
			Turned:    "Tabellen står på {page}.",
		},
		Figures: Figures{
			Figure: "figur\u00A0{n}", Table: "tabel\u00A0{n}",
			FigureLabel: "Figur\u00A0{n}.", TableLabel: "Tabel\u00A0{n}.",
			Figures: "Figurer", Tables: "Tabeller",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memer", Means: "en tanke at give videre"},
				"metaphor": {Name: "metafor", Plural: "metaforer", Means: "én ting set som en anden", Line: "{tenor} som {vehicle}"},
			},
			Maxims:     "maksimer",
			Entries:    "opslag",
			Themes:     "Emner",
			Audience:   "For",
			Card:       "kort: {text}",
			Draft:      "UDKAST",
			DraftOnly:  "Udkast: endnu ikke i bogen.",
			Drafts:     "Udkast: ",
			DraftFolio: "U{n}",
			Picture:    "[billede: {alt}]",
		},
		Makers: Makers{
			By: "af {names}",
			Credits: map[string]Pattern{"edt": "Redigeret af {name}", "ill": "Illustreret af {name}", "trl": "Oversat af {name}",
				"aui": "Indledning af {name}", "aft": "Efterord af {name}", "pht": "Fotografier af {name}", "art": "Billeder af {name}",
				"win": "Indledning af {name}", "wpr": "Forord af {name}", "bkd": "Tilrettelagt af {name}", "cov": "Omslag af {name}",
				"dsr": "Tilrettelagt af {name}", "com": "Udvalgt af {name}"},
			Roles: map[string]string{"aut": "forfatter", "edt": "redaktør", "ill": "illustrator", "trl": "oversætter",
				"aui": "forfatter til indledningen", "pht": "fotograf", "bkd": "bogtilrettelægger", "nrt": "oplæser"},
			Contributor: "medvirkende",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Navne: {text}",
			Title:          "Titel: {text}",
			Description:    "Beskrivelse: {text}",
			Identifiers:    "Standardnumre: {text}",
			Subjects:       "Emneord: {text}",
			Classification: "Klassifikation: {text}",
			Typeface:       "Sat med {name}, en skrift under licensen SIL Open Font License.",
			Typefaces:      "Sat med {names}, skrifter under licensen SIL Open Font License.",
			SetIn:          "Sat med {font}",
			DesignedBy:     ", tegnet af {designer}",
			MadeBy:         ". Linjer, sider og registre er lavet af octavo ud fra forfatterens manuskript.",
		},
		Typescript: Typescript{Length: "cirka {n} ord", Chapter: "Kapitel {n}"},
		Review: Review{
			Notice:          "Ukorrigeret læseeksemplar – ikke til salg",
			Quotations:      "Dette er et ukorrigeret læseeksemplar. Sammenlign venligst alle citater med den færdige bog.",
			Unnamed:         "læseeksemplar",
			Front:           "Forside",
			Data:            "Oplysninger",
			Changes:         "Ændringer",
			Title:           "Titel",
			Author:          "Forfatter",
			Publisher:       "Forlag",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Sider",
			PagesInPrint:    "Sider i tryk",
			Price:           "Pris",
			Publication:     "Udkommer",
			Edition:         "Udgave",
			Manuscript:      "Manuskript",
			Subjects:        "Emner",
			Contact:         "Kontakt",
			Comments:        "Kommentarer",
			TrimSize:        "{millimetres} mm ({inches} tommer)",
			InPrint:         "trykt",
			AsHardcover:     "indbundet",
			InPaper:         "hæftet",
			AsEPUB:          "e-bog",
			ToCome:          "følger",
			State:           "Manuskript {revision} af {date}",
			DatedState:      "Manuskript {revision}, {date}",
			BookPages:       "Siderne og deres numre er bogens. ",
			TypescriptPages: "Dette er et maskinskrevet manuskript: Dets sider er ikke bogens. ",
			NumberedLines: "Ved hver {nth} linje på en side står linjens nummer, så en kommentar kan sige, hvor den hører til: »side 42, " +
				"linje 17«. Noter, som skrives i filen med en hvilken som helst pdf-læser, finder vej til manuskriptet.",
			EveryLine: "eneste",
			Number:    "Eksemplar {n} af {of}",
			For:       "til",
			Reader:    "til {name}",
			NumberFor: "{copy}, til {name}",
			Drafts:    "Udkast: endnu ikke i bogen",
			Removed:   "udgået herefter: {title}",
			TK:        "TK: følger",
		},
		Changes: Changes{
			Since:           "Hvad der er ændret siden {state}",
			LastCopy:        "dit seneste eksemplar, manuskript {revision}",
			None:            "Intet.",
			New:             "nyt",
			Removed:         "udgået",
			Moved:           "flyttet",
			Changed:         "ændret",
			In:              "i tryk side {n}",
			From:            "fra »{chapter}«",
			WordsNew:        Counted{One: "{n} nyt ord", Other: "{n} nye ord"},
			WordsGone:       Counted{Other: "{n} ord udgået"},
			OtherPicture:    "et andet billede",
			OtherForm:       "i en anden form",
			OtherKeys:       "ændret: {keys}",
			CrossReferences: "henvisninger",
		},
		Errata: Errata{
			Title:   "Rettelser",
			Line:    "linje\u00A0{n}",
			ForRead: "i stedet for {was} læs {is}",
			Delete:  "{was} udgår",
			Insert:  "{is} tilføjes",
		},
		Trade: Trade{
			Sheet:        "Titelinformation",
			About:        "Om bogen",
			AboutAuthor:  "Om forfatteren",
			AboutAuthors: "Om forfatterne",
			FromTheBook:  "Fra bogen",
			Inside:       "Et kig ind i bogen",
			Order:        "Bestilling",
			Series:       "Serie",
			Rights:       "Rettigheder",
			Excerpt:      "Læseprøve",
			ExcerptOf:    "{title} (læseprøve)",
			IsExcerpt:    "Dette var en læseprøve fra {title}.",
			WholeBook:    "Hele bogen",
		},
		Answers: Answers{
			Title:    "Dine bemærkninger",
			Thanks:   "Tak for en så grundig læsning. Sådan er det gået med dine bemærkninger.",
			At:       "side\u00A0{page}, linje\u00A0{line}",
			Taken:    "indarbejdet",
			Changed:  "ændret på anden måde",
			Declined: "uændret",
			Open:     "endnu åben",
			Gone:     "ikke længere i bogen",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} kort"},
			Themes:      "Emner",
			Blank:       "Skriv det ned",
			Deck:        "{title}: kort",
			AtAGlance:   "{title}: alle kort i overblik",
			Proof:       "{title}: prøvetryk af et kort",
			Calibration: "{title}: kalibrering",
		},
		Sheets: Sheets{
			Front:      "{sheet} forside",
			Back:       "{sheet} bagside",
			Of:         "{n} af {of}",
			ProofFront: "forsiden af {card}",
			ProofBack:  "bagside",
			Ruler:      "Linealen er {mm} mm lang, når kortet har sin rette størrelse. Er den ikke det, så udskriv i 100\u00A0%.",
			Jig:        "skabelon",
			JigCard:    "et kort på {size}",
			JigCut:     "skær langs stregerne, {mm} mm udenfor",
		},
		Laminating: danishLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kort til {service}",
			Choose:   "Vælg dette kort: {card}. Spillet har {n}.",
			OwnBacks: "Giv hvert kort sin egen forside og sin egen bagside.",
			UploadPictures: "Upload forsiderne ({fronts}) i nummerorden og derefter bagsiderne ({backs}) i samme orden: Et " +
				"korts forside og bagside har samme nummer.",
			UploadFile: "Upload {file}. Den har en side for hver kortside, bagsiden af et kort før forsiden.",
			Unscaled:   "Lad intet blive skaleret: Filerne har deres størrelse med {mm}\u00A0mm hele vejen rundt, som skæres af.",
			Finish:     "Papir, overflade og æske kan vælges frit: Filerne er de samme.",
			Preview:    "Se på hvert kort i forhåndsvisningen, og bestil ét spil, før du bestiller mange.",
		},
		Calibrate: danishCalibration(),
		Ebook: Ebook{
			Landmarks:    "Pejlemærker",
			Start:        "Tekstens begyndelse",
			PrintedPages: "Den trykte bogs sider",
			Pages:        "Sider",
			BackToText:   "Tilbage til teksten",
			CoverOf:      "Omslaget til {title}",
			CoverBy:      ", af {names}",
			PrintedBook:  "{title}, den trykte bog",
			Identifier:   "Udgivelsens identifikator",
		},
		Access: Accessibility{
			Text: "Tekstens størrelse, skrift og farve kan vælges frit, og en skærmlæser eller et punktdisplay gengiver den i den rigtige " +
				"rækkefølge.",
			Ways:          " Man finder rundt ved hjælp af {ways}.",
			Contents:      "en indholdsfortegnelse",
			Headings:      "overskrifter",
			Indexes:       "registre med links",
			PageNumbers:   "den trykte bogs sidetal",
			NoneDescribed: " Billederne har ingen beskrivelse.",
			SomeDescribed: " Nogle af billederne har ingen beskrivelse.",
			AllDescribed:  " Hvert billede er beskrevet i ord.",
			OnlyCover:     " Det eneste billede er omslaget, som er beskrevet i ord.",
			NoPictures:    " Der er ingen billeder.",
			Tables:        " Tabellerne navngiver deres kolonner.",
			Notes:         " Noterne er linket til deres notetegn og tilbage.",
			Still:         " Intet bevæger sig, blinker eller giver lyd.",
			Statement: Statement{
				Title:       "Tilgængelighedserklæring",
				Reading:     "Måder at læse på",
				Navigation:  "At finde rundt",
				Hazards:     "Farer",
				Conformance: "Overensstemmelse",
				Contact:     "Kontakt",
				Meets:       "Denne udgivelse opfylder {standard}. Certificeret af: {name}.",
				Unclaimed:   "Ingen har certificeret, at denne udgivelse opfylder en standard for tilgængelighed.",
				WriteTo:     "Spørgsmål og bemærkninger om tilgængelighed: {address}",
				Made:        "Erklæringens dato: {date}",
				Formulas:    " Formler gives som MathML.",
			},
		},
		Rules:  danishRules(),
		Reader: danishReader(),
	}
}

func danishLaminating() Laminating {
	return Laminating{
		Label:      "laminering",
		Title:      "Sådan skæres og lamineres kortene",
		PlainLabel: "vejledning",
		PlainTitle: "Sådan laves kortene",
		PrintBothSides: "Udskriv side {first} til {n} på begge sider i rette størrelse (100\u00A0%), med printeren indstillet til at vende langs den " +
			"{edge} kant. Hold et ark op mod lyset: Hver bagside skal ligge bag sin forside. Gør den ikke det, viser octavo cards calibrate, " +
			"hvor meget den er forskudt.",
		PrintOneSide: "Udskriv side {first} til {n} på én side i rette størrelse (100\u00A0%).",
		LongEdge:     "lange",
		ShortEdge:    "korte",
		Cut: "Skær i rækkefølge efter numrene nedenfor, altid gennem hele arket, og hold stykkerne i orden. Et skåret kort måler " +
			"{size}.",
		Break: "Bræk arket {stock} fra hinanden langs perforeringen. Et kort måler {size}.",
		Fold: "Skær i rækkefølge efter numrene nedenfor, fold derefter hvert stykke langs den stiplede linje med trykket udad, og pres " +
			"falsen flad.",
		Warm: "Lad laminatoren blive så varm, som folien kræver, og før lommen ind med den lukkede kant først. Lad den ligge fladt, til " +
			"den er kold.",
		LaySheet: "Læg hvert ark i en lomme på {pouch}, skubbet helt ind til den lukkede kant, så folien rager lige langt ud ved de andre " +
			"sider.",
		OpenEdges: "Kanterne på disse kort er åbne: Dér ligger papiret frit og suger vand. Hold dem tørre, eller skær kortene først næste " +
			"gang, og laminer dem bagefter (laminate = \"cards\").",
		RoundCorners: "Rund hjørnerne med en hjørnerunder på omkring {mm} mm, før folien lægges på.",
		LayOnJig: "Læg den åbne lomme på {pouch} på skabelonen, som er den næste side, og et kort på hver af dens rammer. Rammerne ligger " +
			"{mm} mm fra hinanden, så folie møder folie hele vejen rundt om hvert kort.",
		CloseOnJig: "Luk lommen uden at flytte kortene, og træk skabelonen ud.",
		CutDashes: "Skær langs stregerne, {mm} mm uden for hvert kort og aldrig ind i papiret: Et kort forbliver kun tæt, så længe folien " +
			"rager ud hele vejen rundt.",
		LayCard: "Læg hvert kort i en lomme på {pouch} ({name}), så folien rager lige langt ud hele vejen rundt: {mm} mm ved de smalleste " +
			"sider.",
		KeepFilm: "Skær ikke i folien: Et kort forbliver kun tæt, så længe folien rager ud hele vejen rundt. Rund foliens hjørner, hvis de " +
			"er skarpe.",
		TestStock: "Udskriv side\u00A0{first} på almindeligt papir, og hold den foran et lys mod et ark {stock}: Hvert kort " +
			"skal ligge inden for sin perforering.",
		FeedStock:    "Læg arkene i den manuelle bakke et ad gangen, og lad farven tørre.",
		PunchCorners: "Rund hjørnerne med en hjørnerunder på omkring {mm}\u00A0mm.",
		Glue:         "Lim de to halvdele af hvert kort sammen, og lad dem tørre under en vægt.",
		OpenLines: "Sæt siden til {sheet} i {program}, åbn {svg} (eller {dxf}, hvor det ikke læser SVG), og centrér linjerne på " +
			"siden. Tilsammen måler de {size}.",
		TypeMarks: "Slå registreringsmærkerne i tre hjørner til, og skriv det, der er trykt: længde {arm}\u00A0mm, tykkelse " +
			"{thickness}\u00A0mm, afstand fra kanten {inset}\u00A0mm.",
		CutByMachine: "Læg et ark på måtten med forsiden op og den sorte firkant øverst til venstre, og lad maskinen søge " +
			"mærkerne. Skær først et ark almindeligt papir.",
		Upload: "Upload hvert billede {png} i {program} som et fladt billede til Print Then Cut, og sæt dets størrelse: {size}. " +
			"Maskinen skærer langs kanterne.",
		AttachLines: "Upload også {svg}, læg linjerne midt på billedet, og hæft dem sammen: Maskinen skærer langs linjerne.",
		PrintThere:  "Udskriv det derfra på {sheet} i rette størrelse (100\u00A0%), og skær først et ark almindeligt papir.",
		PrintBacks: "Udskriv bagsiden på den anden side, før du skærer: Side\u00A0{first} hører til det første billede, og så " +
			"videre. Den står midt på arket: Flyt billedet derhen, og hold det første ark mod lyset.",
	}
}

func danishCalibration() Calibration {
	return Calibration{
		Front:  "forside",
		Back:   "bagside",
		OnBack: "Kalibreringsarkets bagside. Vend arket, og hold det op mod lyset.",
		Title:  "Ligger bagsiderne bag forsiderne?",
		Print: []string{"Udskriv arket på begge sider, sådan som du udskriver dine kort:",
			"i rette størrelse (100\u00A0%), ikke tilpasset siden."},
		Hold: []string{"Hold det op mod et vindue med denne side mod dig.", "Bagsidens linjer skinner igennem."},
		Read: []string{"Find ved hver af de fire sider den streg på den lange skala, som",
			"fortsætter lige ud i en af bagsidens streger, og skriv tallet ned.",
			"Fra streg til streg er der en kvart millimeter. Bagsidens tykke",
			"streg viser på den lille lineal omtrent, hvilket tal det bliver;",
			"er det mere end 3, så angiv det, og udskriv arket igen bagefter."},
		Type: []string{"Indtast dem på én linje, med minus, hvor der står et:"},
		Shifted: [2]Pattern{"De lægges til det, som allerede flytter denne bagside:",
			"{right} mm til højre, {down} mm ned og {degrees} grader."},
		Top:      "øverst",
		Bottom:   "nederst",
		Left:     "venstre",
		Right:    "højre",
		Reminder: []string{"Aflæs tallene mod lyset,", "hvor stregerne mødes:", "x er på tværs, y er ned."},
	}
}

func danishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/da.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`en et den det de
			ad af bag bagved efter foran fra før gennem hos i imellem imod inden langs med mellem mod om omkring op over på siden til trods
			uden under ved
			og eller men for så at som når hvor da om mens fordi hvis
			min mit mine din dit dine sin sit sine hans hendes dens dets vor vores jeres deres ikke meget
			jeg du han hun man vi er var være har havde bliver blev kan skal må vil denne dette disse hver alle nogen noget nogle ingen intet to tre
			fire fem seks syv otte ni ti tolv hundrede tusind aldrig`),
		Opening:      set(`og eller men for at som der når hvor da om mens fordi hvis hvem hvad hvilken hvilket hvilke hvordan hvorfor inden skønt`),
		BeforeNumber: set("s. nr. nr bd. del kap. fig. tab. § §§ stk. art. årg. ca. kl. tlf. opl. f. d. pkt."),
		BeforeName:   set("dr. prof. hr. fr. frk. sankt skt. ing. cand. mag. phil. jur."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km ha mg g kg t ml cl dl l L s min t. h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ kr. kroner øre
			euro mio. mia. f. ff. e.Kr. f.Kr. år`),
		NoSentenceEnd: set(`f.eks. bl.a. d.v.s. dvs. s.k. p.g.a. pga. fx. jf. ca. kap. s. nr. fig. tab. resp. prof. dr. Prof. Dr. hr. Hr. fr. Fr.
			kl. osv. m.fl. m.m. mht. ift. vedr. evt. inkl. ekskl. iflg. hhv. incl. pkt. stk. red. udg. overs. tlf. eng. d. f. Skt. mio. mia. ` +
			ordinalDays),
		Matter: map[string]string{"forord": "preface", "indledning": "introduction", "introduktion": "introduction", "prolog": "prologue",
			"tak": "acknowledgments", "forfatterens-tak": "acknowledgments", "epilog": "epilogue", "efterord": "afterword",
			"efterskrift": "afterword", "afslutning": "conclusion", "konklusion": "conclusion", "bilag": "appendix",
			"appendiks": "appendix", "kolofon": "colophon", "billedkilder": "credits", "illustrationer": "credits",
			"rettelser": "errata", "errata": "errata"},
		Chapter:    []string{"kapitlet"},
		Part:       []string{"delen"},
		Articles:   []string{"en", "et", "den", "det", "de"},
		Letters:    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
		Elided:     set("ne n a"),
		Possessive: Possessive{After: "sxz", Names: true},
		Repeated:   set("meget så ja nej det som den om at og der"),
		Joining:    set("en et den det de og eller af i på til fra med for om ved"),
		Stem:       stemBy("hederne heden heder hed ningerne ningen ninger ning erne ene en et er e ne s"),
	}
}

func danishReader() Reader {
	return Reader{
		Page: []string{"side", "siden", "sider", "s"},
		Line: []string{"linje", "linie", "linjer", "l"},
		On:   []string{"på"},
		Days: []string{"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
		Columns: Columns{
			Page:    []string{"side", "sidetal", "s."},
			Line:    []string{"linje", "linjenummer"},
			Comment: []string{"kommentar", "kommentarer", "bemærkning", "notat", "rettelse"},
			Reader:  []string{"læser", "navn", "hvem", "forfatter", "fra"},
			Words:   []string{"ord", "citat", "tekst", "markering", "sted"},
			New:     []string{"ny", "erstat med", "skal være"},
			File:    []string{"fil"},
			Row:     []string{"fillinje"},
			Date:    []string{"dato", "oprettet"},
			Heading: []string{"kapitel", "afsnit", "overskrift"},
			Book:    []string{"titel", "bog", "bogtitel"},
		},
		Labels: Labels{
			Passage: []string{"markering", "citat", "tekst", "sted"},
			Heading: []string{"kapitel", "afsnit"},
			Comment: []string{"notat", "kommentar", "min note"},
		},
		Kindle: Kindle{
			Page:     []string{"side"},
			Location: []string{"placering"},
			Added:    []string{"tilføjet"},
			Note:     []string{"note"},
		},
		Excerpts: []string{"Alle uddrag fra"},
		Anybody:  []string{"bruger", "gæst", "administrator", "ejer", "ukendt", "læser", "jeg", "forfatter", "anonym"},
	}
}

var (
	danishNumbers = [...]string{"", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
		"femten", "seksten", "sytten", "atten", "nitten"}
	danishTens     = [...]string{"", "", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"}
	danishOrdinals = [...]string{"", "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende", "ellevte",
		"tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende", "tyvende"}
)

// danishWord returns a number from 1 to 99 in words: its ones are said before its tens, "enogtyve".
func danishWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(danishNumbers[n])
	case n%10 == 0:
		return Capital(danishTens[n/10])
	case n%10 == 1:
		return "Enog" + danishTens[n/10]
	}
	return Capital(danishNumbers[n%10]) + "og" + danishTens[n/10]
}

// danishOrdinal returns an ordinal number, in words up to the twelfth.
func danishOrdinal(n int) string {
	if n > 0 && n <= 12 {
		return danishOrdinals[n]
	}
	return strconv.Itoa(n) + "."
}

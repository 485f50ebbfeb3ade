package lang

// latvian returns the words and rules of Latvian.
func latvian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"„", "”"},
			Inner: Marks{"‚", "’"},
			Others: []QuoteChoice{
				{Name: "english", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}},
				{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"„", "”"}},
			},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Ungrouped: 10000,
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", latvianOrdinals.word(n, "ā"), " nodaļa") },
			PartWord:  func(n int) string { return phrase("", latvianOrdinals.word(n, "ā"), "") },
			Ordinal:   func(n int) string { return latvianOrdinals.orFigure(n, "ā") },
			Ordinals:  latvianOrdinals.forms("ā"),
			BareRoman: true,
			Date:      "{year}. gada {day}.\u00A0{month}",
			Months: [12]string{"janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris", "oktobris",
				"novembris", "decembris"},
		},
		Lists: Lists{Comma: ", ", And: " un ", Names: " un ", Abridged: "{name} u.\u00A0c."},
		Titles: Titles{
			Contents:      "Saturs",
			ByTheme:       "{entries} pēc tēmām",
			ByFirstWords:  "{entries} pēc pirmajiem vārdiem",
			Subjects:      "Priekšmetu rādītājs",
			Notes:         "Piezīmes",
			OtherThemes:   "Citas",
			NumberedPart:  "{n}. daļa",
			PartInWords:   "{n} daļa",
			Untitled:      "Bez nosaukuma",
			Cover:         "Vāks",
			TitlePage:     "Titullapa",
			Copyright:     "Izdevuma ziņas",
			Dedication:    "Veltījums",
			Epigraph:      "Epigrāfs",
			Colophon:      "Kolofons",
			AboutThisCopy: "Par šo eksemplāru",
		},
		References: References{
			See:             "sk.",
			Page:            "{n}.\u00A0lpp.",
			PageAbbreviated: "{n}.\u00A0lpp.",
			Maxim:           "{n}.\u00A0maksima",
			Counted:         "{n}.\u00A0{kind}",
			Numbered:        "Norādīti nevis lappušu, bet kārtas numuri ({entries}).",
			HeadingSee:      "Sk.",
			HeadingSeeAlso:  "Sk. arī",
		},
		Notes: Notes{
			ToPage:  "Piezīmes: {page}.\u00A0lpp.",
			ToPages: "Piezīmes: {from}.–{to}.\u00A0lpp.",
		},
		Asides: Asides{
			Note:       "Piezīme",
			Tip:        "Padoms",
			Important:  "Svarīgi",
			Warning:    "Brīdinājums",
			Caution:    "Uzmanību",
			Example:    "Piemērs",
			Exercise:   "Uzdevums",
			Question:   "Jautājums",
			Discussion: "Pārrunām",
			Summary:    "Kopsavilkums",
		},
		Tables: Tables{
			Continued: "{caption} (turpinājums)",
			Goes:      "(turpinājums)",
			Turned:    "Tabulas vieta: {page}.",
		},
		Figures: Figures{
			Figure: "{n}.\u00A0att.", Table: "{n}.\u00A0tabula",
			FigureLabel: "{n}.\u00A0att.", TableLabel: "{n}.\u00A0tabula.",
			Figures: "Attēlu saraksts", Tables: "Tabulu saraksts",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mēms", Plural: "mēmi", Means: "doma, ko vērts nodot tālāk"},
				"metaphor": {Name: "metafora", Plural: "metaforas", Means: "viens, kas redzēts kā cits", Line: "{tenor} kā {vehicle}"},
			},
			Maxims:     "maksimas",
			Entries:    "šķirkļi",
			Themes:     "Tēmas",
			Audience:   "Kam",
			Card:       "kartīte: {text}",
			Draft:      "MELNRAKSTS",
			DraftOnly:  "Melnraksts: grāmatā vēl nav.",
			Drafts:     "Melnraksti: ",
			DraftFolio: "M{n}",
			Picture:    "[attēls: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Redakcija: {name}", "ill": "Ilustrācijas: {name}", "trl": "Tulkojums: {name}",
				"aui": "Ievads: {name}", "aft": "Pēcvārds: {name}", "pht": "Fotogrāfijas: {name}", "art": "Zīmējumi: {name}",
				"win": "Ievads: {name}", "wpr": "Priekšvārds: {name}", "bkd": "Grāmatas dizains: {name}", "cov": "Vāka dizains: {name}",
				"dsr": "Grāmatas dizains: {name}", "com": "Sakārtojums: {name}"},
			Roles: map[string]string{"aut": "autors", "edt": "redaktors", "ill": "ilustrators", "trl": "tulkotājs",
				"aui": "ievada autors", "pht": "fotogrāfs", "bkd": "dizainers", "nrt": "lasītājs"},
			Contributor: "līdzautors",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			PrintISBN:      "ISBN {isbn} (iespiests)",
			EpubISBN:       "ISBN {isbn} (EPUB)",
			LCCN:           "LCCN {lccn}",
			Names:          "Personas: {text}",
			Title:          "Nosaukums: {text}",
			Description:    "Apraksts: {text}",
			Identifiers:    "Identifikatori: {text}",
			Subjects:       "Priekšmeti: {text}",
			Classification: "Klasifikācija: {text}",
			Typeface:       "Salikts ar burtveidolu {name}, licence SIL Open Font License.",
			Typefaces:      "Salikts ar burtveidoliem {names}, licence SIL Open Font License.",
			SetIn:          "Salikts ar burtveidolu {font}",
			DesignedBy:     " (autors: {designer})",
			MadeBy:         ". Rindas, lappuses un rādītājus no rokraksta veidojusi programma octavo.",
		},
		Typescript: Typescript{Length: "aptuveni {n}\u00A0vārdu", Chapter: "{n}. nodaļa"},
		Review: Review{
			Notice:          "Recenzijas eksemplārs pirms korektūras – nav pārdošanai",
			Quotations:      "Šis ir eksemplārs pirms korektūras. Lūdzu, pārbaudiet visus citātus gatavajā grāmatā.",
			Unnamed:         "recenzijas eksemplārs",
			Front:           "Priekšlapa",
			Data:            "Ziņas",
			Changes:         "Izmaiņas",
			Title:           "Nosaukums",
			Author:          "Autors",
			Publisher:       "Izdevējs",
			ISBN:            "ISBN",
			Trim:            "Formāts",
			Pages:           "Lappušu skaits",
			PagesInPrint:    "Lappušu skaits drukā",
			Price:           "Cena",
			Publication:     "Iznāk",
			Edition:         "Izdevums",
			Manuscript:      "Rokraksts",
			Subjects:        "Tēmas",
			Contact:         "Saziņa",
			Comments:        "Piezīmes",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0collas)",
			InPrint:         "iespiests",
			AsEPUB:          "EPUB",
			ToCome:          "tiks paziņots",
			State:           "Rokraksts {revision}, {date}",
			DatedState:      "Rokraksts {revision}, {date}",
			BookPages:       "Lappuses un to numuri ir tādi paši kā grāmatā. ",
			TypescriptPages: "Šis ir mašīnraksts: tā lappuses nav grāmatas lappuses. ",
			NumberedLines: "Katra {nth} lappuses rinda ir numurēta, lai piezīmē varētu pateikt, uz ko tā attiecas: „42. lappuse, 17. rinda”. " +
				"Piezīmes, kas šajā failā ierakstītas ar jebkuru PDF lasītāju, nonāks rokrakstā.",
			EveryLine: "atsevišķā",
			Number:    "{n}. eksemplārs no {of}",
			For:       "saņēmējs",
			Reader:    "saņēmējs: {name}",
			NumberFor: "{copy}, saņēmējs: {name}",
			Drafts:    "Melnraksti: grāmatā vēl nav",
			Removed:   "šeit svītrots: {title}",
			TK:        "TK: vēl sekos",
		},
		Changes: Changes{
			Since:           "Kas ir mainījies. Salīdzināts ar: {state}",
			LastCopy:        "jūsu iepriekšējais eksemplārs, rokraksts {revision}",
			None:            "Nekas.",
			New:             "jauns",
			Removed:         "svītrots",
			Moved:           "pārvietots",
			Changed:         "mainīts",
			In:              "drukā {n}.\u00A0lpp.",
			From:            "agrāk: „{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0jauns vārds", Other: "{n}\u00A0jauni vārdi"},
			WordsGone:       Counted{One: "svītrots {n}\u00A0vārds", Other: "svītroti {n}\u00A0vārdi"},
			OtherPicture:    "cits attēls",
			OtherForm:       "citā veidā",
			OtherKeys:       "mainīts: {keys}",
			CrossReferences: "norādes",
		},
		Errata: Errata{
			Title:   "Kļūdu labojums",
			Line:    "{n}. rinda",
			ForRead: "{was} vietā jālasa {is}",
			Delete:  "{was} svītrojams",
			Insert:  "{is} pievienojams",
		},
		Answers: Answers{
			Title:    "Jūsu piezīmes",
			Thanks:   "Paldies par tik uzmanīgu lasīšanu. Lūk, kas noticis ar jūsu piezīmēm.",
			At:       "{page}.\u00A0lappuse, {line}.\u00A0rinda",
			Taken:    "ņemts vērā",
			Changed:  "mainīts citādi",
			Declined: "atstāts negrozīts",
			Open:     "vēl nav izlemts",
			Gone:     "grāmatā vairs nav",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kartīte", Other: "{n}\u00A0kartītes"},
			Themes:      "Tēmas",
			Blank:       "Pieraksti",
			Deck:        "{title}: kartītes",
			AtAGlance:   "{title}: kartīšu pārskats",
			Proof:       "{title}: kartītes paraugs",
			Calibration: "{title}: kalibrēšana",
		},
		Sheets: Sheets{
			Front:      "{sheet} priekšpuse",
			Back:       "{sheet} aizmugure",
			Of:         "{n} no {of}",
			ProofFront: "priekšpuse: {card}",
			ProofBack:  "aizmugure",
			Ruler:      "Šis lineāls ir {mm}\u00A0mm garš, ja kartīte ir īstajā lielumā. Ja tā nav, drukājiet mērogā 100\u00A0%.",
			Jig:        "šablons",
			JigCard:    "kartīte {size}",
			JigCut:     "grieziet pa svītriņām, {mm}\u00A0mm no kartītes",
		},
		Laminating: latvianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kartītes, {service}",
			Choose:   "Izvēlieties šo kartīti: {card}. Komplektā ir {n}.",
			OwnBacks: "Katrai kartītei piešķiriet savu priekšpusi un savu aizmuguri.",
			UploadPictures: "Augšupielādējiet priekšpuses ({fronts}) numuru secībā un pēc tam aizmugures ({backs}) tādā pašā " +
				"secībā: kartītes priekšpusei un aizmugurei ir viens numurs.",
			UploadFile: "Augšupielādējiet {file}. Tajā ir lappuse katrai pusei, kartītes aizmugure pirms priekšpuses.",
			Unscaled:   "Neļaujiet neko mērogot: failiem ir savs izmērs, un visapkārt tiek nogriezti {mm}\u00A0mm.",
			Finish:     "Papīru, apdari un kastīti varat izvēlēties brīvi: faili ir tie paši.",
			Preview:    "Apskatiet katru kartīti priekšskatījumā un pasūtiet vienu komplektu, pirms pasūtāt daudzus.",
		},
		Calibrate: latvianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientieri",
			Start:        "Teksta sākums",
			PrintedPages: "Iespiestā izdevuma lappuses",
			Pages:        "Lappuses",
			BackToText:   "Atpakaļ uz tekstu",
			CoverOf:      "Vāks: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, iespiestais izdevums",
			Identifier:   "Publikācijas identifikators",
		},
		Access: Accessibility{
			Text: "Tekstu var attēlot jebkurā lielumā, burtveidolā un krāsā, un ekrāna lasītājs vai Braila displejs to lasa pareizā " +
				"secībā.",
			Ways:          " Orientēties palīdz {ways}.",
			Contents:      "satura rādītājs",
			Headings:      "virsraksti",
			Indexes:       "rādītāji ar saitēm",
			PageNumbers:   "iespiestā izdevuma lappušu numuri",
			NoneDescribed: " Attēliem nav aprakstu.",
			SomeDescribed: " Dažiem attēliem nav apraksta.",
			AllDescribed:  " Katrs attēls ir aprakstīts vārdiem.",
			OnlyCover:     " Vienīgais attēls ir vāks, kas aprakstīts vārdiem.",
			NoPictures:    " Izdevumā nav attēlu.",
			Tables:        " Tabulām ir aiļu virsraksti.",
			Notes:         " Piezīmes un to zīmes tekstā ir saistītas abos virzienos.",
			Still:         " Nekas nekustas, nemirgo un neskan.",
		},
		Rules:  latvianRules(),
		Reader: latvianReader(),
	}
}

func latvianLaminating() Laminating {
	return Laminating{
		Label:      "laminēšana",
		Title:      "Kā izgriezt un laminēt kartītes",
		PlainLabel: "instrukcija",
		PlainTitle: "Kā izgatavot kartītes",
		PrintBothSides: "Izdrukājiet no {first}. līdz {n}. lappusei abpusēji, īstajā lielumā (100\u00A0%), printeri iestatot apgriešanai gar {edge} malu. " +
			"Turiet loksni pret gaismu: katrai aizmugurei jāatrodas aiz savas priekšpuses. Ja tā nav, komanda octavo cards calibrate parāda, " +
			"par cik tā ir nobīdīta.",
		PrintOneSide: "Izdrukājiet no {first}. līdz {n}. lappusei vienpusēji, īstajā lielumā (100\u00A0%).",
		LongEdge:     "garo",
		ShortEdge:    "īso",
		Cut: "Grieziet zemāk doto numuru secībā, vienmēr cauri visai loksnei, un saglabājiet gabalu secību. Izgrieztas kartītes izmērs ir " +
			"{size}.",
		Break: "Sadaliet loksni {stock} pa perforāciju. Kartītes izmērs ir {size}.",
		Fold: "Grieziet zemāk doto numuru secībā, tad pārlokiet katru gabalu pa raustīto līniju, apdrukātās puses uz āru, un locījumu " +
			"stingri piespiediet.",
		Warm: "Ļaujiet laminatoram uzkarst, cik plēvei vajag, un ievadiet kabatu ar aizkausēto malu pa priekšu. Atstājiet to guļam uz līdzenas " +
			"virsmas, līdz tā atdzisusi.",
		LaySheet: "Katru loksni ielieciet kabatā {pouch} līdz pat aizkausētajai malai, lai pārējās pusēs plēve vienmērīgi sniedzas pāri.",
		OpenEdges: "Šo kartīšu malas ir vaļējas: tur papīrs ir atsegts un uzsūc ūdeni. Sargājiet tās no mitruma vai nākamreiz kartītes vispirms " +
			"izgrieziet un tikai pēc tam laminējiet (laminate = \"cards\").",
		RoundCorners: "Pirms laminēšanas noapaļojiet stūrus ar caurumotāju, kura rādiuss ir apmēram {mm}\u00A0mm.",
		LayOnJig: "Atvērto kabatu {pouch} uzlieciet uz šablona, kas ir nākamajā lappusē, un katrā tā rāmī ielieciet kartīti. Starp rāmjiem ir " +
			"{mm}\u00A0mm, tāpēc ap katru kartīti plēve saskaras ar plēvi.",
		CloseOnJig: "Aizveriet kabatu tā, lai kartītes neizkustētos, un izvelciet šablonu.",
		CutDashes: "Grieziet pa svītriņām, {mm}\u00A0mm no katras kartītes un nekad tās papīrā: kartīte paliek slēgta tikai tad, ja plēve visapkārt " +
			"sniedzas pāri.",
		LayCard: "Katru kartīti ielieciet kabatā {pouch} ({name}) tā, lai plēve visapkārt vienmērīgi sniedzas pāri: šaurākajās pusēs {mm}\u00A0mm.",
		KeepFilm: "Negrieziet plēvē: kartīte paliek slēgta tikai tad, ja plēve visapkārt sniedzas pāri. Ja tās stūri ir asi, " +
			"noapaļojiet tos.",
		TestStock: "Izdrukājiet {first}.\u00A0lappusi uz parasta papīra un pret gaismu turiet to uz loksnes {stock}: katrai " +
			"kartītei jābūt savas perforācijas iekšpusē.",
		FeedStock:    "Padodiet loksnes pa vienai no rokas padeves un ļaujiet tintei nožūt.",
		PunchCorners: "Noapaļojiet stūrus ar caurumotāju, kura rādiuss ir apmēram {mm}\u00A0mm.",
		Glue:         "Salīmējiet katras kartītes abas puses un ļaujiet tām nožūt zem smaguma.",
		OpenLines: "Programmā {program} iestatiet lapu {sheet}, atveriet {svg} (vai {dxf}, ja tā nelasa SVG) un centrējiet " +
			"līnijas lapā. Kopā to izmērs ir {size}.",
		TypeMarks: "Ieslēdziet trīs stūru reģistrācijas zīmes un ierakstiet nodrukāto: garums {arm}\u00A0mm, biezums " +
			"{thickness}\u00A0mm, attālums no malas {inset}\u00A0mm.",
		CutByMachine: "Uzlieciet loksni uz paklājiņa ar priekšpusi uz augšu un melno kvadrātu augšā pa kreisi un ļaujiet " +
			"mašīnai atrast zīmes. Vispirms sagrieziet parasta papīra loksni.",
		Upload: "Programmā {program} augšupielādējiet katru attēlu {png} kā plakanu (Print Then Cut) un iestatiet tā izmēru: " +
			"{size}. Mašīna griež gar tā malām.",
		AttachLines: "Augšupielādējiet arī {svg}, uzlieciet līnijas uz attēla, vidu uz vidu, un savienojiet abus: mašīna griež " +
			"pa līnijām.",
		PrintThere: "Drukājiet no turienes uz {sheet} īstajā lielumā (100\u00A0%) un vispirms sagrieziet parasta papīra loksni.",
		PrintBacks: "Pirms griešanas otrā pusē izdrukājiet aizmuguri: {first}.\u00A0lappuse pieder pirmajam attēlam un tā " +
			"tālāk. Tā ir loksnes vidū: pārvietojiet attēlu turp un apskatiet pirmo loksni pret gaismu.",
	}
}

func latvianCalibration() Calibration {
	return Calibration{
		Front:  "priekšpuse",
		Back:   "aizmugure",
		OnBack: "Šī ir kalibrēšanas loksnes aizmugure. Apgrieziet to un turiet pret gaismu.",
		Title:  "Vai aizmugures ir aiz priekšpusēm?",
		Print:  []string{"Izdrukājiet šo loksni abpusēji, tā, kā drukājat kartītes:", "īstajā lielumā (100\u00A0%), nepielāgojot lapai."},
		Hold:   []string{"Turiet to pret logu, ar šo pusi pret sevi.", "Aizmugures līnijas spīdēs cauri."},
		Read: []string{"Katrā no četrām pusēm atrodiet to garās skalas svītru,",
			"kuru turpina aizmugures svītra, un pierakstiet tās numuru.",
			"Starp svītrām ir ceturtdaļa milimetra. Aizmugures resnā svītra",
			"uz mazā lineāla rāda, kurš numurs tas apmēram būs; ja tas ir",
			"lielāks par 3, ievadiet to un pēc tam izdrukājiet loksni vēlreiz."},
		Type: []string{"Ierakstiet tos vienā rindā, ar mīnusu, kur tas ir:"},
		Shifted: [2]Pattern{"Tie pieskaitās tam, kas aizmuguri jau pārbīda: {right}\u00A0mm pa labi,",
			"{down}\u00A0mm uz leju un {degrees}\u00A0grādi."},
		Top:      "augšā",
		Bottom:   "apakšā",
		Left:     "pa kreisi",
		Right:    "pa labi",
		Reminder: []string{"Pret gaismu", "nolasiet numurus tur,", "kur svītras satiekas:", "x ir šķērsām, y – stāvus."},
	}
}

func latvianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/lv.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`un vai bet jo ka kā kad ja lai nekā gan ne tik ar uz no pie par pa pēc pirms pret pār zem virs aiz ap bez caur dēļ līdz starp
			šis šī šo tas tā to mans mana mani tavs tava viņa viņas mūsu jūsu savs sava ļoti kas kur es tu
			viņš mēs jūs viņi ir bija būt var vajag nav katrs katra visi viss nekad tikai divi divas trīs četri pieci seši septiņi astoņi deviņi
			desmit simts tūkstotis`),
		Opening:       set(`un vai bet jo ka kad ja lai nekā kas kur kāpēc kā kurš kura kuru tomēr`),
		StaysWithNext: set("O o"),
		BeforeNumber:  set("nr. nr sk. sal. apm. ap dz. § §§ tel. gs. p."),
		BeforeName:    set("dr. prof. doc. sv. kdze kgs inž. akad. ģen. plkv. kpt."),
		AfterNumber: set(`janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
			% ‰ °C °F K mm cm dm m km ha a mg g kg t ml cl l s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ EUR eiro latu
			tūkst milj mljrd tūkst. milj. gads gada gadā g. g lpp lpp. nod nod. att att. gs gs. sēj sēj. plkst rinda tabula daļa`),
		Abbreviations: []string{"u.c.", "u.tml.", "u.t.jpr.", "t.i.", "t.s.", "t.sk.", "p.m.ē.", "m.ē.", "pr.Kr.", "n.ē.", "v.j.l.", "v.tml.", "P.S."},
		NoSentenceEnd: set(`piem. u. c. t. i. s. sk. sal. g. gs. lpp. nod. att. tab. nr. Nr. dr. Dr. prof. Prof. doc. sv. Sv. inž. dz. mir. red. tulk. sast.
			sēj. tūkst. milj. apm. plkst. tel. m. p. resp. ielu. lat. angl. vāc. kr. fr. ` + ordinalDays),
		Matter: map[string]string{"prieksvards": "preface", "ievadvards": "foreword", "ievadvardi": "foreword", "ievads": "introduction",
			"prologs": "prologue", "pateicibas": "acknowledgments", "pateiciba": "acknowledgments", "epilogs": "epilogue",
			"pecvards": "afterword", "nobeigums": "conclusion", "nosleguma": "conclusion", "pielikums": "appendix", "kolofons": "colophon",
			"attelu-avoti": "credits", "labojumi": "errata", "errata": "errata"},
		Letters:  "A B C Č D E F G Ģ H I J K Ķ L Ļ M N Ņ O P Q R S Š T U V W X Y Z Ž",
		Repeated: set("ļoti tik nē jā jau vēl arvien tikai ilgi lēnām klusi"),
		Joining:  set("un vai ar uz no pie par pa pēc lai ka kā ne"),
		Stem: stemBy(`iem ām ēm as es os us ai ei am ei im um ā ē ī ū a e i o u s š is ās ēs īs ajā ajam ajai ajos ajās
			šana šanas šanu ība ības ību ēja ējs ts ta tu ti tas`),
	}
}

func latvianReader() Reader {
	return Reader{
		Page:     []string{"lappuse", "lappusē", "lapa", "lpp"},
		Line:     []string{"rinda", "rindā", "rindiņa"},
		On:       []string{"šeit"},
		Days:     []string{"pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena"},
		HalfDays: []string{"plkst"},
		Columns: Columns{
			Page:    []string{"lappuse", "lpp.", "lpp", "lappuses numurs"},
			Line:    []string{"rinda", "rindas numurs"},
			Comment: []string{"komentārs", "komentāri", "piezīme", "piezīmes", "labojums", "korektūra"},
			Reader:  []string{"lasītājs", "lasītāja", "autors", "vārds", "kas", "recenzents", "no"},
			Words:   []string{"vārdi", "citāts", "teksts", "fragments", "iezīmējums", "iezīmētais teksts"},
			New:     []string{"aizstājums", "jābūt", "aizstāt ar", "jaunais teksts"},
			File:    []string{"fails"},
			Row:     []string{"faila rinda"},
			Date:    []string{"datums", "izveidots"},
			Heading: []string{"nodaļa", "sadaļa", "virsraksts", "šķirklis"},
			Book:    []string{"nosaukums", "grāmata", "grāmatas nosaukums"},
		},
		Labels: Labels{
			Passage: []string{"iezīmējums", "citāts", "teksts", "fragments"},
			Heading: []string{"nodaļa", "sadaļa"},
			Comment: []string{"piezīme", "komentārs", "mana piezīme"},
		},
		Kindle: Kindle{
			Page:     []string{"lappuse", "lpp."},
			Location: []string{"vieta"},
			Added:    []string{"pievienots"},
			Note:     []string{"piezīme"},
		},
		Excerpts: []string{"Fragments no grāmatas"},
		Anybody:  []string{"lietotājs", "viesis", "administrators", "īpašnieks", "nezināms", "lasītājs", "lasītāja", "es", "autors", "autore", "anonīms"},
	}
}

// latvianOrdinals are ordinal numbers without the endings of their genders.
var latvianOrdinals = ordinals{
	first: "pirm otr treš ceturt piekt sest septīt astot devīt desmit vienpadsmit divpadsmit trīspadsmit četrpadsmit piecpadsmit " +
		"sešpadsmit septiņpadsmit astoņpadsmit deviņpadsmit",
	tens:   "divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit",
	before: "divdesmit trīsdesmit četrdesmit piecdesmit sešdesmit septiņdesmit astoņdesmit deviņdesmit",
	join:   " ",
}

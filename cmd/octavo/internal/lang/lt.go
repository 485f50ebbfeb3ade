package lang

import "strconv"

// lithuanian returns the words and rules of Lithuanian.
func lithuanian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "“"},
			Inner:  Marks{"‚", "‘"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"„", "“"}, Inner: Marks{"»", "«"}}},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", lithuanianOrdinals.word(n, "as"), " skyrius") },
			PartWord:  func(n int) string { return phrase("", lithuanianOrdinals.word(n, "a"), "") },
			Ordinal:   lithuanianNth,
			Ordinals:  lithuanianOrdinals.forms("as", "a"),
			Date:      "{year}\u00A0m. {month} {day}\u00A0d.",
			Months: [12]string{"sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio",
				"lapkričio", "gruodžio"},
		},
		Lists: Lists{Comma: ", ", And: " ir ", Names: " ir ", Abridged: "{name} ir kt."},
		Titles: Titles{
			Contents:      "Turinys",
			ByTheme:       "{entries} pagal temas",
			ByFirstWords:  "{entries} pagal pirmuosius žodžius",
			Subjects:      "Dalykinė rodyklė",
			Notes:         "Pastabos",
			OtherThemes:   "Kita",
			NumberedPart:  "{n} dalis",
			Untitled:      "Be pavadinimo",
			Cover:         "Viršelis",
			TitlePage:     "Antraštinis puslapis",
			Copyright:     "Leidinio duomenys",
			Dedication:    "Dedikacija",
			Epigraph:      "Epigrafas",
			Colophon:      "Kolofonas",
			AboutThisCopy: "Apie šį egzempliorių",
		},
		References: References{
			See:             "žr.",
			Page:            "p.\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "{n}\u00A0maksima",
			Counted:         "{n}\u00A0{kind}",
			Numbered:        "Nurodyti ne puslapiai, o eilės numeriai ({entries}).",
			HeadingSee:      "Žr.",
			HeadingSeeAlso:  "Dar žr.",
		},
		Notes: Notes{
			ToPage:  "Pastabos: p.\u00A0{page}",
			ToPages: "Pastabos: p.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Pastaba",
			Tip:        "Patarimas",
			Important:  "Svarbu",
			Warning:    "Įspėjimas",
			Caution:    "Atsargiai",
			Example:    "Pavyzdys",
			Exercise:   "Užduotis",
			Question:   "Klausimas",
			Discussion: "Aptarimui",
			Summary:    "Santrauka",
		},
		Tables: Tables{
			Continued: "{caption} (tęsinys)",
			Goes:      "(tęsinys)",
			Turned:    "Lentelės vieta: {page}.",
		},
		Figures: Figures{
			Figure: "{n}\u00A0pav.", Table: "{n}\u00A0lentelė",
			FigureLabel: "{n}\u00A0pav.", TableLabel: "{n}\u00A0lentelė.",
			Figures: "Paveikslų sąrašas", Tables: "Lentelių sąrašas",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "memas", Plural: "memai", Means: "mintis, kurią verta perduoti"},
				"metaphor": {Name: "metafora", Plural: "metaforos", Means: "viena, matoma kaip kita", Line: "{tenor} kaip {vehicle}"},
			},
			Maxims:     "maksimos",
			Entries:    "straipsniai",
			Themes:     "Temos",
			Audience:   "Kam",
			Card:       "kortelė: {text}",
			Draft:      "JUODRAŠTIS",
			DraftOnly:  "Juodraštis: knygoje dar nėra.",
			Drafts:     "Juodraščiai: ",
			DraftFolio: "J{n}",
			Picture:    "[paveikslas: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Redagavo {name}", "ill": "Iliustravo {name}", "trl": "Vertė {name}",
				"aui": "Įvadą parašė {name}", "aft": "Baigiamąjį žodį parašė {name}", "pht": "Fotografavo {name}", "art": "Piešė {name}",
				"win": "Įvadą parašė {name}", "wpr": "Pratarmę parašė {name}", "bkd": "Apipavidalino {name}", "cov": "Viršelį sukūrė {name}",
				"dsr": "Apipavidalino {name}", "com": "Sudarė {name}"},
			Roles: map[string]string{"aut": "autorius", "edt": "redaktorius", "ill": "iliustratorius", "trl": "vertėjas",
				"aui": "įvado autorius", "pht": "fotografas", "bkd": "dailininkas", "nrt": "skaitovas"},
			Contributor: "bendradarbis",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Asmenys: {text}",
			Title:          "Antraštė: {text}",
			Description:    "Aprašas: {text}",
			Identifiers:    "Identifikatoriai: {text}",
			Subjects:       "Dalykai: {text}",
			Classification: "Klasifikacija: {text}",
			Typeface:       "Surinkta šriftu {name}, licencija SIL Open Font License.",
			Typefaces:      "Surinkta šriftais {names}, licencija SIL Open Font License.",
			SetIn:          "Surinkta šriftu {font}",
			DesignedBy:     " (autorius: {designer})",
			MadeBy:         ". Eilutes, puslapius ir rodykles iš rankraščio parengė programa octavo.",
		},
		Typescript: Typescript{Length: "apie {n}\u00A0žodžių", Chapter: "{n} skyrius"},
		Review: Review{
			Notice:          "Recenzinis egzempliorius prieš korektūrą – neparduodama",
			Quotations:      "Tai egzempliorius prieš korektūrą. Citatas prašome patikrinti pagal išleistą knygą.",
			Unnamed:         "recenzinis egzempliorius",
			Front:           "Priekinis puslapis",
			Data:            "Duomenys",
			Changes:         "Pakeitimai",
			Title:           "Pavadinimas",
			Author:          "Autorius",
			Publisher:       "Leidėjas",
			ISBN:            "ISBN",
			Trim:            "Formatas",
			Pages:           "Puslapių skaičius",
			PagesInPrint:    "Puslapių skaičius spaudoje",
			Price:           "Kaina",
			Publication:     "Pasirodo",
			Edition:         "Leidimas",
			Manuscript:      "Rankraštis",
			Subjects:        "Temos",
			Contact:         "Ryšiai",
			Comments:        "Pastabos",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0colio)",
			InPrint:         "spausdintas",
			AsHardcover:     "kietais viršeliais",
			InPaper:         "minkštais viršeliais",
			AsEPUB:          "EPUB",
			ToCome:          "bus paskelbta",
			State:           "Rankraštis {revision}, {date}",
			DatedState:      "Rankraštis {revision}, {date}",
			BookPages:       "Puslapiai ir jų numeriai tokie patys kaip knygoje. ",
			TypescriptPages: "Tai mašinraštis: jo puslapiai nėra knygos puslapiai. ",
			NumberedLines: "Prie kiekvienos {nth} puslapio eilutės yra jos numeris, kad pastaboje būtų galima nurodyti vietą: „42 puslapis, " +
				"17 eilutė“. Pastabos, įrašytos į šį failą bet kuria PDF skaitykle, pateks į rankraštį.",
			EveryLine: "atskiros",
			Number:    "{n} egzempliorius iš {of}",
			For:       "gavėjas",
			Reader:    "gavėjas: {name}",
			NumberFor: "{copy}, gavėjas: {name}",
			Drafts:    "Juodraščiai: knygoje dar nėra",
			Removed:   "čia išbraukta: {title}",
			TK:        "TK: dar bus",
		},
		Changes: Changes{
			Since:    "Kas pasikeitė. Palyginta su: {state}",
			LastCopy: "ankstesnis jūsų egzempliorius, rankraštis {revision}",
			None:     "Niekas.",
			New:      "nauja",
			Removed:  "išbraukta",
			Moved:    "perkelta",
			Changed:  "pakeista",
			In:       "spaudoje p.\u00A0{n}",
			From:     "anksčiau: „{chapter}“",
			WordsNew: Counted{One: "{n}\u00A0naujas žodis", Few: "{n}\u00A0nauji žodžiai", Other: "{n}\u00A0naujų žodžių"},
			WordsGone: Counted{One: "išbrauktas {n}\u00A0žodis", Few: "išbraukti {n}\u00A0žodžiai",
				Other: "išbraukta {n}\u00A0žodžių"},
			OtherPicture:    "kitas paveikslas",
			OtherForm:       "kitokio pavidalo",
			OtherKeys:       "pakeista: {keys}",
			CrossReferences: "nuorodos",
		},
		Errata: Errata{
			Title:   "Klaidų atitaisymas",
			Line:    "{n}\u00A0eilutė",
			ForRead: "vietoj {was} skaityti {is}",
			Delete:  "{was} išbraukti",
			Insert:  "{is} įrašyti",
		},
		Trade: Trade{
			Sheet:        "Knygos duomenys",
			About:        "Apie knygą",
			AboutAuthor:  "Apie autorių",
			AboutAuthors: "Apie autorius",
			FromTheBook:  "Iš knygos",
			Inside:       "Žvilgsnis į knygą",
			Order:        "Užsakymas",
			Series:       "Serija",
			Rights:       "Teisės",
			Excerpt:      "Ištrauka",
			ExcerptOf:    "{title} (ištrauka)",
			IsExcerpt:    "Tai buvo ištrauka iš knygos {title}.",
			WholeBook:    "Visa knyga",
		},
		Answers: Answers{
			Title:    "Jūsų pastabos",
			Thanks:   "Dėkojame už tokį atidų skaitymą. Štai kas nutiko jūsų pastaboms.",
			At:       "{page}\u00A0puslapis, {line}\u00A0eilutė",
			Taken:    "atsižvelgta",
			Changed:  "pakeista kitaip",
			Declined: "palikta kaip buvo",
			Open:     "dar neišspręsta",
			Gone:     "knygoje nebėra",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kortelė", Few: "{n}\u00A0kortelės", Other: "{n}\u00A0kortelių"},
			Themes:      "Temos",
			Blank:       "Užsirašyk",
			Deck:        "{title}: kortelės",
			AtAGlance:   "{title}: kortelių apžvalga",
			Proof:       "{title}: bandomasis kortelės spaudinys",
			Calibration: "{title}: kalibravimas",
		},
		Sheets: Sheets{
			Front:      "{sheet} priekis",
			Back:       "{sheet} nugarėlė",
			Of:         "{n} iš {of}",
			ProofFront: "priekis: {card}",
			ProofBack:  "nugarėlė",
			Ruler:      "Ši liniuotė yra {mm}\u00A0mm ilgio, kai kortelė tikrojo dydžio. Jei ne, spausdinkite 100\u00A0% masteliu.",
			Jig:        "šablonas",
			JigCard:    "kortelė {size}",
			JigCut:     "pjaukite pagal brūkšnius, {mm}\u00A0mm nuo kortelės",
		},
		Laminating: lithuanianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kortelės, {service}",
			Choose:   "Pasirinkite šią kortelę: {card}. Kaladėje yra {n}.",
			OwnBacks: "Kiekvienai kortelei skirkite savo priekį ir savo nugarėlę.",
			UploadPictures: "Įkelkite priekius ({fronts}) numerių tvarka, tada nugarėles ({backs}) ta pačia tvarka: kortelės " +
				"priekio ir nugarėlės numeris tas pats.",
			UploadFile: "Įkelkite {file}. Jame kiekvienai pusei yra puslapis, kortelės nugarėlė prieš priekį.",
			Unscaled:   "Neleiskite nieko keisti masteliu: failai yra savo dydžio, iš visų pusių nupjaunama po {mm}\u00A0mm.",
			Finish:     "Popierių, apdailą ir dėžutę galite rinktis laisvai: failai tie patys.",
			Preview:    "Peržiūrėkite kiekvieną kortelę ir užsisakykite vieną kaladę, prieš užsisakydami daug.",
		},
		Calibrate: lithuanianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orientyrai",
			Start:        "Teksto pradžia",
			PrintedPages: "Spausdinto leidimo puslapiai",
			Pages:        "Puslapiai",
			BackToText:   "Atgal į tekstą",
			CoverOf:      "Viršelis: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, spausdintas leidimas",
			Identifier:   "Leidinio identifikatorius",
		},
		Access: Accessibility{
			Text: "Tekstą galima rodyti bet kokio dydžio, šrifto ir spalvos, o ekrano skaitytuvas ar Brailio ekranas jį skaito tinkama " +
				"tvarka.",
			Ways:          " Orientuotis padeda {ways}.",
			Contents:      "turinys",
			Headings:      "antraštės",
			Indexes:       "rodyklės su nuorodomis",
			PageNumbers:   "spausdinto leidimo puslapių numeriai",
			NoneDescribed: " Paveikslai neturi aprašymų.",
			SomeDescribed: " Kai kurie paveikslai neturi aprašymo.",
			AllDescribed:  " Kiekvienas paveikslas aprašytas žodžiais.",
			OnlyCover:     " Vienintelis paveikslas yra viršelis, aprašytas žodžiais.",
			NoPictures:    " Leidinyje nėra paveikslų.",
			Tables:        " Lentelės turi stulpelių antraštes.",
			Notes:         " Pastabos ir jų ženklai tekste susieti abiem kryptimis.",
			Still:         " Niekas nejuda, nemirga ir neskleidžia garso.",
			Statement: Statement{
				Title:       "Prieinamumo pareiškimas",
				Reading:     "Skaitymo būdai",
				Navigation:  "Naršymas",
				Hazards:     "Pavojai",
				Conformance: "Atitiktis",
				Contact:     "Kontaktai",
				Meets:       "Šis leidinys atitinka reikalavimus: {standard}. Patvirtino: {name}.",
				Unclaimed:   "Niekas nepatvirtino, kad šis leidinys atitinka kurį nors prieinamumo standartą.",
				WriteTo:     "Klausimai ir pastabos dėl prieinamumo: {address}",
				Made:        "Pareiškimo data: {date}",
				Formulas:    " Formulės pateiktos MathML formatu.",
			},
		},
		Rules:  lithuanianRules(),
		Reader: lithuanianReader(),
	}
}

func lithuanianLaminating() Laminating {
	return Laminating{
		Label:      "laminavimas",
		Title:      "Kaip supjaustyti ir laminuoti korteles",
		PlainLabel: "instrukcija",
		PlainTitle: "Kaip padaryti korteles",
		PrintBothSides: "Išspausdinkite {first}–{n} puslapius iš abiejų pusių, tikruoju dydžiu (100\u00A0%), spausdintuvą nustatę apversti per {edge} " +
			"kraštinę. Pakelkite lapą prieš šviesą: kiekviena nugarėlė turi būti už savo priekio. Jei nėra, komanda octavo cards calibrate " +
			"parodys, kiek ji pasislinkusi.",
		PrintOneSide: "Išspausdinkite {first}–{n} puslapius iš vienos pusės, tikruoju dydžiu (100\u00A0%).",
		LongEdge:     "ilgąją",
		ShortEdge:    "trumpąją",
		Cut: "Pjaukite toliau nurodytų numerių tvarka, visada per visą lapą, ir išlaikykite gabalų tvarką. Išpjautos kortelės dydis yra " +
			"{size}.",
		Break: "Išlaužykite lapą {stock} pagal perforaciją. Kortelės dydis yra {size}.",
		Fold: "Pjaukite toliau nurodytų numerių tvarka, tada kiekvieną gabalą sulenkite pagal punktyrinę liniją, spausdintomis pusėmis į " +
			"išorę, ir lenkimą gerai prispauskite.",
		Warm: "Palaukite, kol laminatorius įkais tiek, kiek reikia plėvelei, ir kiškite voką užlydytu kraštu į priekį. Palikite jį gulėti " +
			"ant lygaus paviršiaus, kol atvės.",
		LaySheet: "Kiekvieną lapą įdėkite į voką {pouch} iki pat užlydyto krašto, kad kitose pusėse plėvelė būtų vienodai išsikišusi.",
		OpenEdges: "Šių kortelių kraštai atviri: ten popierius neuždengtas ir sugeria vandenį. Saugokite jas nuo drėgmės arba kitą kartą " +
			"korteles pirma išpjaukite, o tik paskui laminuokite (laminate = \"cards\").",
		RoundCorners: "Prieš laminuodami suapvalinkite kampus skylamušiu, kurio spindulys apie {mm}\u00A0mm.",
		LayOnJig: "Atvertą voką {pouch} padėkite ant kitame puslapyje esančio šablono, o į kiekvieną jo rėmelį – kortelę. Tarp rėmelių yra " +
			"{mm}\u00A0mm, tad aplink kiekvieną kortelę plėvelė liečiasi su plėvele.",
		CloseOnJig: "Užverskite voką taip, kad kortelės nepajudėtų, ir ištraukite šabloną.",
		CutDashes: "Pjaukite pagal brūkšnius, {mm}\u00A0mm nuo kiekvienos kortelės ir niekada per jos popierių: kortelė lieka sandari tik tol, kol " +
			"plėvelė išsikišusi iš visų pusių.",
		LayCard: "Kiekvieną kortelę įdėkite į voką {pouch} ({name}) taip, kad plėvelė būtų vienodai išsikišusi iš visų pusių: siauresnėse " +
			"pusėse {mm}\u00A0mm.",
		KeepFilm: "Neįpjaukite plėvelės: kortelė lieka sandari tik tol, kol plėvelė išsikišusi iš visų pusių. Jei kampai aštrūs, " +
			"suapvalinkite juos.",
		TestStock: "Išspausdinkite {first}\u00A0puslapį ant paprasto popieriaus ir prieš šviesą uždėkite ant lapo {stock}: " +
			"kiekviena kortelė turi tilpti savo perforacijoje.",
		FeedStock:    "Dėkite lapus po vieną į rankinį dėklą ir leiskite dažams išdžiūti.",
		PunchCorners: "Suapvalinkite kampus skylamušiu, kurio spindulys apie {mm}\u00A0mm.",
		Glue:         "Suklijuokite abi kiekvienos kortelės puses ir leiskite joms išdžiūti po svoriu.",
		OpenLines: "Programoje {program} nustatykite puslapį {sheet}, atverkite {svg} (arba {dxf}, jei ji neskaito SVG) ir " +
			"sucentruokite linijas puslapyje. Visų kartu dydis yra {size}.",
		TypeMarks: "Įjunkite trijų kampų registracijos žymes ir įrašykite, kas išspausdinta: ilgis {arm}\u00A0mm, storis " +
			"{thickness}\u00A0mm, atstumas nuo krašto {inset}\u00A0mm.",
		CutByMachine: "Padėkite lapą ant kilimėlio priekine puse į viršų, juodu kvadratu viršuje kairėje, ir leiskite mašinai " +
			"rasti žymes. Pirmiausia supjaustykite paprasto popieriaus lapą.",
		Upload: "Programoje {program} įkelkite kiekvieną paveikslą {png} kaip plokščią (Print Then Cut) ir nustatykite jo dydį: " +
			"{size}. Mašina pjauna pagal jo kraštus.",
		AttachLines: "Įkelkite ir {svg}, uždėkite linijas ant paveikslo, vidurį ant vidurio, ir sujunkite: mašina pjauna pagal " +
			"linijas.",
		PrintThere: "Spausdinkite jį iš ten ant lapo {sheet} tikruoju dydžiu (100\u00A0%) ir pirmiausia supjaustykite paprasto " +
			"popieriaus lapą.",
		PrintBacks: "Prieš pjaudami kitoje pusėje išspausdinkite nugarėlę: {first}\u00A0puslapis priklauso pirmam paveikslui ir " +
			"taip toliau. Ji yra lapo viduryje: perkelkite paveikslą ten ir pažiūrėkite pirmąjį lapą prieš šviesą.",
	}
}

func lithuanianCalibration() Calibration {
	return Calibration{
		Front:  "priekis",
		Back:   "nugarėlė",
		OnBack: "Tai kalibravimo lapo nugarėlė. Apverskite jį ir pakelkite prieš šviesą.",
		Title:  "Ar nugarėlės yra už priekių?",
		Print:  []string{"Išspausdinkite šį lapą iš abiejų pusių, kaip spausdinate korteles:", "tikruoju dydžiu (100\u00A0%), nepritaikę prie puslapio."},
		Hold:   []string{"Priglauskite jį prie lango, šia puse į save.", "Nugarėlės linijos persišvies."},
		Read: []string{"Kiekvienoje iš keturių pusių raskite tą ilgosios skalės brūkšnį,",
			"kurį pratęsia nugarėlės brūkšnys, ir užsirašykite jo numerį.",
			"Tarp brūkšnių yra ketvirtis milimetro. Storas nugarėlės brūkšnys",
			"mažoje liniuotėje rodo, koks maždaug bus tas numeris; jei jis",
			"didesnis už 3, įrašykite šį ir po to lapą išspausdinkite dar kartą."},
		Type: []string{"Įrašykite juos vienoje eilutėje, su minusu, kur jis yra:"},
		Shifted: [2]Pattern{"Jie pridedami prie to, kas nugarėlę jau stumia: {right}\u00A0mm į dešinę,",
			"{down}\u00A0mm žemyn ir {degrees}\u00A0laipsnio."},
		Top:      "viršuje",
		Bottom:   "apačioje",
		Left:     "kairėje",
		Right:    "dešinėje",
		Reminder: []string{"Prieš šviesą", "perskaitykite numerius,", "kur brūkšniai susitinka:", "x – skersai, y – stačiai."},
	}
}

func lithuanianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/lt.txt", Before: 2, After: 2, Capitals: true},
		Bound:       set("į o"),
		Clinging: set(`į o ir ar bet arba nei nes kad kai jei jeigu kaip kol ne tik dar už po per prie prieš nuo iš iki be su apie ant pas pagal tarp
			dėl virš šis ši šie tas ta tai mano tavo jo jos jų mūsų jūsų savo labai kas kuris kuri kur aš tu
			jis ji mes jūs jie yra buvo būti gali turi nėra kiekvienas visi viskas niekada du dvi trys keturi penki šeši septyni aštuoni devyni
			dešimt šimtas tūkstantis`),
		Opening:      set(`ir ar bet arba nei nes kad kai jei jeigu kaip kol kas kuris kuri kur kodėl kurie kurio kurią tačiau nors`),
		BeforeNumber: set("p. nr. sk. pav. lent. t. žr. plg. apie apyt. str. § §§ tel. d. kn. leid."),
		BeforeName:   set("dr. prof. doc. šv. kun. vysk. inž. akad. gen. plk. kpt. p. ponas ponia g. a."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km ha a mg g kg t ml cl l s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ EUR Eur euro eurų Lt
			tūkst mln mlrd tūkst. m. m metų metais d. d val val. min. sek. a. amžius amžiaus p psl pav skyrius dalis lentelė eil vnt`),
		Abbreviations: []string{"t.y.", "t.t.", "t.p.", "pr.Kr.", "po.Kr.", "m.e.", "pr.m.e.", "a.a.", "s.m.", "k.a.", "P.S."},
		NoSentenceEnd: set(`pvz. t.y. t. y. t.t. vad. žr. plg. kt. pan. dr. Dr. prof. Prof. doc. šv. Šv. kun. vysk. inž. akad. p. psl. nr. Nr. sk. pav.
			lent. str. kn. leid. g. al. pr. a. m. d. val. min. tūkst. gim. m. red. sud. vert. tel. lot. angl. vok. pranc. apyt. Kr. ` + ordinalDays),
		Matter: map[string]string{"pratarme": "preface", "autoriaus-zodis": "preface", "ivadas": "introduction", "ivadinis-zodis": "foreword",
			"izanga": "introduction", "prologas": "prologue", "padekos": "acknowledgments", "padeka": "acknowledgments",
			"epilogas": "epilogue", "baigiamasis-zodis": "afterword", "pabaigos-zodis": "afterword", "isvados": "conclusion",
			"pabaiga": "conclusion", "priedas": "appendix", "priedai": "appendix", "kolofonas": "colophon", "iliustraciju-saltiniai": "credits",
			"klaidu-taisymas": "errata", "errata": "errata"},
		Letters:  "A B C Č D E F G H I J K L M N O P R S Š T U V Z Ž",
		Repeated: set("labai taip ne jau vis dar tik ilgai lėtai tyliai nagi"),
		Joining:  set("į o ir ar už po per prie iš su apie ant dėl kad kaip ne be"),
		Stem: stemBy(`iams iems iais iose ius ių iai iui iaus ais ams ose uose ui us ą ę į ų ė ės ėje ėms ių os oje omis as is ys a e i o u y
			imas imo imą umas umo umą ti davo o ė`),
	}
}

func lithuanianReader() Reader {
	return Reader{
		Page:     []string{"puslapis", "puslapyje", "psl", "p"},
		Line:     []string{"eilutė", "eilutėje", "eil"},
		On:       []string{"čia"},
		Days:     []string{"pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis", "sekmadienis"},
		HalfDays: []string{"val"},
		Columns: Columns{
			Page:    []string{"puslapis", "psl.", "psl", "puslapio numeris"},
			Line:    []string{"eilutė", "eilutės numeris"},
			Comment: []string{"komentaras", "komentarai", "pastaba", "pastabos", "taisymas", "korektūra"},
			Reader:  []string{"skaitytojas", "skaitytoja", "autorius", "vardas", "recenzentas", "nuo"},
			Words:   []string{"žodžiai", "citata", "tekstas", "ištrauka", "pažymėtas tekstas"},
			New:     []string{"pakeitimas", "turi būti", "pakeisti į", "naujas tekstas"},
			File:    []string{"failas"},
			Row:     []string{"failo eilutė"},
			Date:    []string{"data", "sukurta"},
			Heading: []string{"skyrius", "poskyris", "antraštė", "straipsnis"},
			Book:    []string{"pavadinimas", "knyga", "knygos pavadinimas"},
		},
		Labels: Labels{
			Passage: []string{"citata", "tekstas", "ištrauka"},
			Heading: []string{"skyrius", "poskyris"},
			Comment: []string{"pastaba", "komentaras", "mano pastaba"},
		},
		Kindle: Kindle{
			Page:     []string{"puslapis", "puslapyje"},
			Location: []string{"vieta"},
			Added:    []string{"pridėta"},
			Note:     []string{"pastaba"},
		},
		Excerpts: []string{"Ištrauka iš knygos"},
		Anybody:  []string{"naudotojas", "vartotojas", "svečias", "administratorius", "savininkas", "nežinomas", "skaitytojas", "aš", "autorius", "autorė", "anonimas"},
	}
}

// lithuanianOrdinals are ordinal numbers without the endings of their genders.
var lithuanianOrdinals = ordinals{
	first: "pirm antr treči ketvirt penkt šešt septint aštunt devint dešimt vienuolikt dvylikt trylikt keturiolikt penkiolikt šešiolikt " +
		"septyniolikt aštuoniolikt devyniolikt",
	tens:   "dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt",
	before: "dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt",
	join:   " ",
}

// lithuanianNth returns an ordinal number in the genitive, as it stands before "eilutės", in words up to the twelfth.
func lithuanianNth(n int) string {
	if n > 12 {
		return strconv.Itoa(n) + "-os"
	}
	return lithuanianOrdinals.word(n, "os")
}

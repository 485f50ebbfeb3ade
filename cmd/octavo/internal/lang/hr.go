package lang

// croatian returns the words and rules of Croatian.
func croatian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"„", "”"},
			Inner: Marks{"‘", "’"},
			Others: []QuoteChoice{
				{Name: "guillemets", Outer: Marks{"»", "«"}, Inner: Marks{"›", "‹"}},
				{Name: "german", Outer: Marks{"„", "“"}, Inner: Marks{"‚", "‘"}},
			},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", croatianOrdinals.word(n, "o"), " poglavlje") },
			PartWord:  func(n int) string { return phrase("", croatianOrdinals.word(n, "i"), "") },
			Ordinal:   func(n int) string { return croatianOrdinals.orFigure(n, "i") },
			Ordinals:  croatianOrdinals.forms("o", "i"),
			Date:      "{day}.\u00A0{month} {year}.",
			Months: [12]string{"siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza", "rujna", "listopada",
				"studenoga", "prosinca"},
		},
		Lists: Lists{Comma: ", ", And: " i\u00A0", Names: " i\u00A0", Abridged: "{name} i\u00A0dr."},
		Titles: Titles{
			Contents:      "Sadržaj",
			ByTheme:       "{entries} po temama",
			ByFirstWords:  "{entries} po prvim riječima",
			Subjects:      "Kazalo pojmova",
			Notes:         "Bilješke",
			OtherThemes:   "Ostalo",
			NumberedPart:  "{n}. dio",
			PartInWords:   "{n} dio",
			Untitled:      "Bez naslova",
			Cover:         "Naslovnica",
			TitlePage:     "Naslovna stranica",
			Copyright:     "Impresum",
			Dedication:    "Posveta",
			Epigraph:      "Moto",
			Colophon:      "Kolofon",
			AboutThisCopy: "O\u00A0ovom primjerku",
		},
		References: References{
			See:             "v.",
			Page:            "str.\u00A0{n}",
			PageAbbreviated: "str.\u00A0{n}",
			Maxim:           "maksima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Umjesto stranica navedeni su brojevi. Stavke: {entries}.",
			HeadingSee:      "V.",
			HeadingSeeAlso:  "V. i",
		},
		Notes: Notes{
			ToPage:  "Bilješke uz str.\u00A0{page}",
			ToPages: "Bilješke uz str.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Napomena",
			Tip:        "Savjet",
			Important:  "Važno",
			Warning:    "Upozorenje",
			Caution:    "Oprez",
			Example:    "Primjer",
			Exercise:   "Vježba",
			Question:   "Pitanje",
			Discussion: "Za raspravu",
			Summary:    "Sažetak",
		},
		Tables: Tables{
			Continued: "{caption} (nastavak)",
			Goes:      "(nastavak)",
			Turned:    "Tablica je na {page}.",
		},
		Figures: Figures{
			Figure: "sl.\u00A0{n}", Table: "tabl.\u00A0{n}",
			FigureLabel: "Slika\u00A0{n}.", TableLabel: "Tablica\u00A0{n}.",
			Figures: "Popis slika", Tables: "Popis tablica",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memi", Means: "misao koju vrijedi prenijeti dalje"},
				"metaphor": {Name: "metafora", Plural: "metafore", Means: "jedno viđeno kao drugo", Line: "{tenor} kao {vehicle}"},
			},
			Maxims:     "maksime",
			Entries:    "natuknice",
			Themes:     "Teme",
			Audience:   "Za koga",
			Card:       "kartica: {text}",
			Draft:      "NACRT",
			DraftOnly:  "Nacrt: još nije u\u00A0knjizi.",
			Drafts:     "Nacrti: ",
			DraftFolio: "N{n}",
			Picture:    "[slika: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Uredništvo: {name}", "ill": "Ilustracije: {name}", "trl": "Prijevod: {name}",
				"aui": "Uvod: {name}", "aft": "Pogovor: {name}", "pht": "Fotografije: {name}", "art": "Likovna oprema: {name}",
				"win": "Uvod: {name}", "wpr": "Predgovor: {name}", "bkd": "Oblikovanje: {name}", "cov": "Naslovnica: {name}",
				"dsr": "Oblikovanje: {name}", "com": "Izbor: {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "urednik", "ill": "ilustrator", "trl": "prevoditelj",
				"aui": "autor uvoda", "pht": "fotograf", "bkd": "grafički urednik", "nrt": "pripovjedač"},
			Contributor: "suradnik",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Osobe: {text}",
			Title:          "Naslov: {text}",
			Description:    "Opis: {text}",
			Identifiers:    "Oznake: {text}",
			Subjects:       "Predmetnice: {text}",
			Classification: "Klasifikacija: {text}",
			Typeface:       "Složeno pismom {name} s\u00A0licencijom SIL Open Font License.",
			Typefaces:      "Složeno pismima {names} s\u00A0licencijom SIL Open Font License.",
			SetIn:          "Složeno pismom {font}",
			DesignedBy:     " (autor pisma: {designer})",
			MadeBy:         ". Prijelom i\u00A0kazala izradio je iz rukopisa program octavo.",
		},
		Typescript: Typescript{Length: "oko {n}\u00A0riječi", Chapter: "{n}. poglavlje"},
		Review: Review{
			Notice:          "Recenzentski primjerak prije korekture – nije za prodaju",
			Quotations:      "Ovo je primjerak prije korekture. Molimo da navode provjerite u\u00A0gotovoj knjizi.",
			Unnamed:         "recenzentski primjerak",
			Front:           "Prednja stranica",
			Data:            "Podaci",
			Changes:         "Izmjene",
			Title:           "Naslov",
			Author:          "Autor",
			Publisher:       "Nakladnik",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Broj stranica",
			PagesInPrint:    "Broj stranica u\u00A0tisku",
			Price:           "Cijena",
			Publication:     "Izlazi",
			Edition:         "Izdanje",
			Manuscript:      "Rukopis",
			Subjects:        "Teme",
			Contact:         "Kontakt",
			Comments:        "Primjedbe",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0inča)",
			InPrint:         "tiskano izdanje",
			AsHardcover:     "tvrdi uvez",
			InPaper:         "meki uvez",
			AsEPUB:          "EPUB",
			ToCome:          "bit će objavljeno",
			State:           "Rukopis {revision} od {date}",
			DatedState:      "Rukopis {revision}, {date}",
			BookPages:       "Stranice i\u00A0njihovi brojevi isti su kao u\u00A0knjizi. ",
			TypescriptPages: "Ovo je strojopis: njegove stranice nisu stranice knjige. ",
			NumberedLines: "Svaki {nth} redak na stranici ima pokraj sebe svoj broj, kako bi se moglo reći kamo primjedba pripada: „stranica 42, " +
				"redak 17”. Bilješke koje u\u00A0ovu datoteku upišete bilo kojim čitačem PDF-a stići će do rukopisa.",
			EveryLine: "pojedini",
			Number:    "Primjerak {n} od {of}",
			For:       "primatelj",
			Reader:    "primatelj: {name}",
			NumberFor: "{copy}, primatelj: {name}",
			Drafts:    "Nacrti: još nisu u\u00A0knjizi",
			Removed:   "ovdje izbačeno: {title}",
			TK:        "TK: još slijedi",
		},
		Changes: Changes{
			Since:           "Što se promijenilo. Uspoređeno s\u00A0inačicom: {state}",
			LastCopy:        "vaš prethodni primjerak, rukopis {revision}",
			None:            "Ništa.",
			New:             "novo",
			Removed:         "izbačeno",
			Moved:           "premješteno",
			Changed:         "izmijenjeno",
			In:              "str.\u00A0{n} u\u00A0tisku",
			From:            "prije: „{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0nova riječ", Few: "{n}\u00A0nove riječi", Other: "{n}\u00A0novih riječi"},
			WordsGone:       Counted{One: "{n}\u00A0riječ manje", Few: "{n}\u00A0riječi manje", Other: "{n}\u00A0riječi manje"},
			OtherPicture:    "druga slika",
			OtherForm:       "u\u00A0drugom obliku",
			OtherKeys:       "izmijenjeno: {keys}",
			CrossReferences: "uputnice",
		},
		Errata: Errata{
			Title:   "Ispravci",
			Line:    "redak\u00A0{n}",
			ForRead: "umjesto {was} treba stajati {is}",
			Delete:  "{was} treba brisati",
			Insert:  "{is} treba dodati",
		},
		Trade: Trade{
			Sheet:        "Podaci o knjizi",
			About:        "O knjizi",
			AboutAuthor:  "O autoru",
			AboutAuthors: "O autorima",
			FromTheBook:  "Iz knjige",
			Inside:       "Pogled u knjigu",
			Order:        "Narudžbe",
			Series:       "Biblioteka",
			Rights:       "Prava",
			Excerpt:      "Ulomak",
			ExcerptOf:    "{title} (ulomak)",
			IsExcerpt:    "To je bio ulomak iz knjige {title}.",
			WholeBook:    "Cijela knjiga",
		},
		Answers: Answers{
			Title:    "Vaše primjedbe",
			Thanks:   "Hvala na tako pozornom čitanju. Evo što je bilo s\u00A0vašim primjedbama.",
			At:       "stranica\u00A0{page}, redak\u00A0{line}",
			Taken:    "prihvaćeno",
			Changed:  "drukčije promijenjeno",
			Declined: "ostavljeno kako jest",
			Open:     "još otvoreno",
			Gone:     "više nije u\u00A0knjizi",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kartica", Few: "{n}\u00A0kartice", Other: "{n}\u00A0kartica"},
			Themes:      "Teme",
			Blank:       "Zapiši ovo",
			Deck:        "{title}: kartice",
			AtAGlance:   "{title}: pregled kartica",
			Proof:       "{title}: probni otisak kartice",
			Calibration: "{title}: kalibracija",
		},
		Sheets: Sheets{
			Front:      "{sheet} prednja strana",
			Back:       "{sheet} stražnja strana",
			Of:         "{n} od {of}",
			ProofFront: "prednja strana: {card}",
			ProofBack:  "stražnja strana",
			Ruler:      "Ovo je ravnalo dugo {mm}\u00A0mm kad je kartica u\u00A0stvarnoj veličini. Ako nije, ispišite u\u00A0mjerilu 100\u00A0%.",
			Jig:        "šablona",
			JigCard:    "kartica {size}",
			JigCut:     "režite po crticama, {mm}\u00A0mm od kartice",
		},
		Laminating: croatianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kartice za {service}",
			Choose:   "Odaberite ovu karticu: {card}. Špil ima {n}.",
			OwnBacks: "Svakoj kartici dajte vlastito lice i\u00A0vlastitu poleđinu.",
			UploadPictures: "Učitajte lica ({fronts}) redom brojeva, zatim poleđine ({backs}) istim redom: lice i\u00A0poleđina " +
				"kartice imaju isti broj.",
			UploadFile: "Učitajte {file}. Ima stranicu za svaku stranu kartice, poleđinu prije lica.",
			Unscaled:   "Ne dopustite promjenu veličine: datoteke imaju pravu veličinu, uokolo se odreže {mm}\u00A0mm.",
			Finish:     "Papir, završnu obradu i\u00A0kutiju birate slobodno: datoteke su iste.",
			Preview:    "Pogledajte svaku karticu u\u00A0pregledu i\u00A0naručite jedan špil prije nego što naručite mnogo.",
		},
		Calibrate: croatianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Orijentiri",
			Start:        "Početak teksta",
			PrintedPages: "Stranice tiskanog izdanja",
			Pages:        "Stranice",
			BackToText:   "Natrag na tekst",
			CoverOf:      "Naslovnica: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, tiskano izdanje",
			Identifier:   "Oznaka publikacije",
		},
		Access: Accessibility{
			Text: "Tekst se može prikazati u\u00A0bilo kojoj veličini, pismu i\u00A0boji, a\u00A0čitač zaslona ili brajični redak čita ga pravilnim " +
				"redoslijedom.",
			Ways:          " Za snalaženje služe: {ways}.",
			Contents:      "sadržaj",
			Headings:      "naslovi",
			Indexes:       "kazala s\u00A0poveznicama",
			PageNumbers:   "brojevi stranica tiskanog izdanja",
			NoneDescribed: " Slike nemaju opise.",
			SomeDescribed: " Neke slike nemaju opis.",
			AllDescribed:  " Svaka je slika opisana riječima.",
			OnlyCover:     " Jedina je slika naslovnica, opisana riječima.",
			NoPictures:    " Publikacija ne sadrži slike.",
			Tables:        " Tablice imaju zaglavlja stupaca.",
			Notes:         " Bilješke su s\u00A0oznakama u\u00A0tekstu povezane u\u00A0oba smjera.",
			Still:         " Ništa se ne pomiče, ne bljeska i\u00A0ne proizvodi zvuk.",
			Statement: Statement{
				Title:       "Izjava o pristupačnosti",
				Reading:     "Načini čitanja",
				Navigation:  "Navigacija",
				Hazards:     "Opasnosti",
				Conformance: "Usklađenost",
				Contact:     "Kontakt",
				Meets:       "Ova publikacija ispunjava zahtjeve: {standard}. Potvrđuje: {name}.",
				Unclaimed:   "Nitko nije potvrdio da ova publikacija ispunjava neku normu pristupačnosti.",
				WriteTo:     "Pitanja i primjedbe o pristupačnosti: {address}",
				Made:        "Datum izjave: {date}",
				Formulas:    " Formule su dane u MathML-u.",
			},
		},
		Rules:  croatianRules(),
		Reader: croatianReader(),
	}
}

func croatianLaminating() Laminating {
	return Laminating{
		Label:      "plastificiranje",
		Title:      "Kako izrezati i\u00A0plastificirati kartice",
		PlainLabel: "upute",
		PlainTitle: "Kako izraditi kartice",
		PrintBothSides: "Ispišite stranice od {first} do {n} obostrano, u\u00A0stvarnoj veličini (100\u00A0%), s\u00A0pisačem namještenim na okretanje po {edge} " +
			"rubu. Podignite arak prema svjetlu: svaka stražnja strana mora ležati iza svoje prednje. Ako ne leži, naredba octavo cards " +
			"calibrate pokazat će koliko je pomaknuta.",
		PrintOneSide: "Ispišite stranice od {first} do {n} jednostrano, u\u00A0stvarnoj veličini (100\u00A0%).",
		LongEdge:     "dužem",
		ShortEdge:    "kraćem",
		Cut: "Režite redom brojeva navedenih u\u00A0nastavku, uvijek kroz cijeli arak, i\u00A0zadržite redoslijed komada. Izrezana kartica mjeri " +
			"{size}.",
		Break: "Razdvojite arak {stock} po perforaciji. Kartica mjeri {size}.",
		Fold: "Režite redom brojeva navedenih u\u00A0nastavku, zatim svaki komad presavijte po isprekidanoj crti, otisnutim stranama prema van, " +
			"i\u00A0dobro pritisnite pregib.",
		Warm: "Pričekajte da se plastifikator zagrije koliko folija traži i\u00A0umetnite vrećicu zatvorenim rubom naprijed. Ostavite je da " +
			"leži ravno dok se ne ohladi.",
		LaySheet: "Svaki arak stavite u\u00A0vrećicu {pouch}, sve do zatvorenog ruba, tako da na ostalim stranama folija jednako viri.",
		OpenEdges: "Rubovi su ovih kartica otvoreni: ondje je papir izložen i\u00A0upija vodu. Čuvajte ih od vlage ili sljedeći put najprije " +
			"izrežite kartice, a\u00A0zatim ih plastificirajte (laminate = \"cards\").",
		RoundCorners: "Prije plastificiranja zaoblite kutove bušačem polumjera oko {mm}\u00A0mm.",
		LayOnJig: "Položite otvorenu vrećicu {pouch} na šablonu s\u00A0iduće stranice i\u00A0u\u00A0svaki njezin okvir stavite karticu. Okviri su razmaknuti " +
			"{mm}\u00A0mm, pa se oko svake kartice folija spaja s\u00A0folijom.",
		CloseOnJig: "Zatvorite vrećicu tako da se kartice ne pomaknu i\u00A0izvucite šablonu.",
		CutDashes: "Režite po crticama, {mm}\u00A0mm od svake kartice i\u00A0nikad kroz njezin papir: kartica ostaje zatvorena samo dok folija viri sa " +
			"svih strana.",
		LayCard: "Svaku karticu stavite u\u00A0vrećicu {pouch} ({name}) tako da folija jednako viri sa svih strana: {mm}\u00A0mm na užim stranama.",
		KeepFilm: "Ne režite u\u00A0foliju: kartica ostaje zatvorena samo dok folija viri sa svih strana. Ako su joj kutovi oštri, zaoblite " +
			"ih.",
		TestStock: "Ispišite stranicu\u00A0{first} na običnom papiru i\u00A0prema svjetlu je položite na arak {stock}: svaka " +
			"kartica mora ležati unutar svoje perforacije.",
		FeedStock:    "Ulažite arke jedan po jedan u\u00A0ručnu ladicu i\u00A0pustite da se boja osuši.",
		PunchCorners: "Zaoblite kutove bušačem polumjera oko {mm}\u00A0mm.",
		Glue:         "Zalijepite obje polovice svake kartice i\u00A0pustite ih da se osuše pod utegom.",
		OpenLines: "U\u00A0programu {program} postavite stranicu na {sheet}, otvorite {svg} (ili {dxf}, ako ne čita SVG) " +
			"i\u00A0centrirajte crte na stranici. Zajedno mjere {size}.",
		TypeMarks: "Uključite registracijske oznake u\u00A0tri kuta i\u00A0upišite što je otisnuto: duljina {arm}\u00A0mm, " +
			"debljina {thickness}\u00A0mm, odmak od ruba {inset}\u00A0mm.",
		CutByMachine: "Položite arak na podlogu licem prema gore i\u00A0crnim kvadratom gore lijevo te pustite stroj da pronađe " +
			"oznake. Najprije izrežite arak običnog papira.",
		Upload: "U\u00A0programu {program} učitajte svaku sliku {png} kao ravnu, za Print Then Cut, i\u00A0postavite njezinu " +
			"veličinu: {size}. Stroj reže po njezinim rubovima.",
		AttachLines: "Učitajte i\u00A0{svg}, položite crte na sliku, sredinu na sredinu, i\u00A0spojite oboje: stroj reže po " +
			"crtama.",
		PrintThere: "Ispišite je odande na {sheet} u\u00A0stvarnoj veličini (100\u00A0%) i\u00A0najprije izrežite arak običnog " +
			"papira.",
		PrintBacks: "Prije rezanja na drugu stranu ispišite poleđinu: stranica\u00A0{first} pripada prvoj slici i\u00A0tako " +
			"dalje. Ona je na sredini arka: pomaknite sliku onamo i\u00A0prvi arak pogledajte prema svjetlu.",
	}
}

func croatianCalibration() Calibration {
	return Calibration{
		Front:  "prednja strana",
		Back:   "stražnja strana",
		OnBack: "Ovo je stražnja strana arka za kalibraciju. Okrenite ga i\u00A0podignite prema svjetlu.",
		Title:  "Leže li stražnje strane iza prednjih?",
		Print:  []string{"Ispišite ovaj arak obostrano, onako kako ispisujete kartice:", "u\u00A0stvarnoj veličini (100\u00A0%), bez prilagodbe stranici."},
		Hold:   []string{"Prislonite ga na prozor, ovom stranom prema sebi.", "Crte sa stražnje strane prosijavat će."},
		Read: []string{"Na svakoj od četiriju strana nađite onu crtu dugog mjerila",
			"koju nastavlja crta stražnje strane i\u00A0zapišite njezin broj.",
			"Od crte do crte četvrtina je milimetra. Debela crta stražnje strane",
			"na malom ravnalu pokazuje koji će to otprilike broj biti; ako je",
			"veći od 3, upišite taj i\u00A0potom ponovno ispišite ovaj arak."},
		Type: []string{"Upišite ih u\u00A0jedan redak, s\u00A0minusom ondje gdje stoji:"},
		Shifted: [2]Pattern{"Pribrajaju se onome što ovu stranu već pomiče: {right}\u00A0mm udesno,",
			"{down}\u00A0mm prema dolje i\u00A0{degrees}\u00A0stupnjeva."},
		Top:      "gore",
		Bottom:   "dolje",
		Left:     "lijevo",
		Right:    "desno",
		Reminder: []string{"Prema svjetlu", "očitajte brojeve ondje", "gdje se crte susreću:", "x je vodoravno, y okomito."},
	}
}

func croatianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/hr.txt", Before: 2, After: 2, Capitals: true, Repeats: true},
		Bound:       set("a i o u k s"),
		Clinging: set(`a i o u k s ka sa iz do na od po za bez kod kroz među nad niz oko pod pokraj pred prema pri radi uz zbog
			ili ali ni niti da jer kad kada ako nego no pa te što koji koja koje gdje kao ne se je su
			moj moja moje tvoj tvoja tvoje njegov njezin njihov naš naša naše vaš svoj svoja svoje taj ta to ovaj ova ovo vrlo
			ja ti on ona ono mi vi oni bio bila bilo biti ima može mora sam si smo ste svaki svaka svako sve nikad samo dva dvije tri četiri pet šest
			sedam osam devet deset sto tisuću`),
		Opening:      set(`i ili ali ni niti da jer kad kada ako nego no pa te što koji koja koje gdje kao tko zašto kako dok iako čim kojeg kojem kojoj`),
		BeforeNumber: set("str. br. sv. god. pogl. sl. tabl. čl. st. toč. § §§ usp. v. izd. bilj. oko tel. knj. red."),
		BeforeName:   set("dr. prof. mr. ing. sc. sv. fra don gosp. gđa gđica gen. ul. trg mons. o. s."),
		AfterNumber: set(`siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
			% ‰ °C °F K mm cm dm m km ha a mg g dag kg t ml cl dl l hl s min h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ EUR eura kn
			tis mil mlrd tis. mil. god god. min. sek. kom str st. sati n pr`),
		Abbreviations: []string{"n.e.", "pr.n.e.", "d.o.o.", "d.d.", "o.g.", "t.g.", "i.sl.", "i.dr.", "n.m.", "n.v.", "v.r.", "p.n.e.", "P.S."},
		NoSentenceEnd: set(`npr. tj. tzv. odn. dr. Dr. prof. Prof. mr. ing. sc. sv. Sv. gosp. gen. ul. str. br. god. pogl. sl. tabl. čl. st. toč. usp. v.
			izd. bilj. knj. red. ur. prev. prir. rođ. r. um. tel. tis. mil. mlrd. oko. o. s. n. e. pr. d. t. g. i. lat. engl. njem. franc. tal. ` + ordinalDays),
		Matter: map[string]string{"predgovor": "preface", "proslov": "foreword", "rijec-unaprijed": "foreword", "uvod": "introduction",
			"prolog": "prologue", "zahvale": "acknowledgments", "zahvala": "acknowledgments", "epilog": "epilogue",
			"pogovor": "afterword", "zakljucak": "conclusion", "dodatak": "appendix", "prilog": "appendix", "kolofon": "colophon",
			"izvori-slika": "credits", "errata": "errata", "ispravci": "errata"},
		Letters:  "A B C Č Ć D Dž Đ E F G H I J K L Lj M N Nj O P Q R S Š T U V W X Y Z Ž",
		Repeated: set("vrlo jako da ne ma no već sve samo opet polako tiho tako"),
		Joining:  set("a i o u k s ka sa iz do na od po za uz ili da se kao"),
		Stem: stemBy(`ima ama ovima evima ovi evi ova eva om em ome oga og emu omu im ih oj ju e a i o u iti ati ao la lo li le ila ilo ili io
			ovati uje ost osti anje anja enje enja`),
	}
}

func croatianReader() Reader {
	return Reader{
		Page:     []string{"stranica", "stranici", "stranice", "str"},
		Line:     []string{"redak", "retku", "red", "linija"},
		On:       []string{"na"},
		Days:     []string{"ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota", "nedjelja"},
		HalfDays: []string{"sati"},
		Columns: Columns{
			Page:    []string{"stranica", "str.", "str", "broj stranice"},
			Line:    []string{"redak", "linija", "broj retka"},
			Comment: []string{"komentar", "komentari", "primjedba", "primjedbe", "napomena", "bilješka", "bilješke", "ispravak", "korektura"},
			Reader:  []string{"čitatelj", "čitateljica", "autor", "ime", "tko", "recenzent", "od"},
			Words:   []string{"riječi", "navod", "citat", "tekst", "odlomak", "označeni tekst"},
			New:     []string{"zamjena", "treba biti", "zamijeniti s", "novi tekst"},
			File:    []string{"datoteka"},
			Row:     []string{"redak datoteke"},
			Date:    []string{"datum", "stvoreno"},
			Heading: []string{"poglavlje", "odjeljak", "podnaslov", "natuknica"},
			Book:    []string{"naslov", "knjiga", "naslov knjige"},
		},
		Labels: Labels{
			Passage: []string{"oznaka", "navod", "citat", "tekst", "odlomak"},
			Heading: []string{"poglavlje", "odjeljak"},
			Comment: []string{"bilješka", "napomena", "primjedba", "komentar", "moja bilješka"},
		},
		Kindle: Kindle{
			Page:     []string{"stranica", "stranici"},
			Location: []string{"lokacija", "položaj"},
			Added:    []string{"dodano"},
			Note:     []string{"bilješka"},
		},
		Excerpts: []string{"Ulomak iz knjige"},
		Anybody:  []string{"korisnik", "gost", "administrator", "vlasnik", "nepoznat", "čitatelj", "čitateljica", "ja", "autor", "autorica", "anonimno"},
	}
}

// croatianOrdinals are ordinal numbers without the endings of their genders.
var croatianOrdinals = ordinals{
	first: "prv drug treć četvrt pet šest sedm osm devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest " +
		"devetnaest",
	tens:   "dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset",
	before: "dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset",
	join:   " ",
	ending: func(stem, ending string) string {
		if stem == "treć" && ending == "o" {
			return "treće"
		}
		return stem + ending
	},
}

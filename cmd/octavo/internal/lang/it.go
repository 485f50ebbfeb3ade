package lang

import "strings"

// italian returns the words and rules of Italian.
func italian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"“", "”"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      italianWord,
			PartWord:  italianOrdinal,
			Ordinal:   ordinalBy(italianOrdinal, "ª"),
			Ordinals:  bothGenders(italianOrdinal),
			Date:      "{day} {month} {year}",
			FirstDay:  "1º",
			Months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
				"novembre", "dicembre"},
			Plural: pluralBy(italianPlural, "di del della dei delle d’ dell’ a al alla da dal dalla in su e o per con senza"),
		},
		Lists: Lists{Comma: ", ", And: " e ", Names: " e ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Indice",
			ByTheme:       "{entries} per tema",
			ByFirstWords:  "{entries} per capoverso",
			Subjects:      "Indice analitico",
			Notes:         "Note",
			OtherThemes:   "Altri",
			NumberedPart:  "Parte {n}",
			PartInWords:   "Parte {n}",
			Untitled:      "Senza titolo",
			Cover:         "Copertina",
			TitlePage:     "Frontespizio",
			Copyright:     "Note legali",
			Dedication:    "Dedica",
			Epigraph:      "Epigrafe",
			Colophon:      "Colophon",
			AboutThisCopy: "Su questa copia",
		},
		References: References{
			See:             "vedi",
			Page:            "pagina\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "massima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "I numeri rimandano alle {entries}.",
			HeadingSee:      "Vedi",
			HeadingSeeAlso:  "Vedi anche",
		},
		Notes: Notes{
			ToPage:  "Note a pagina\u00A0{page}",
			ToPages: "Note alle pagine\u00A0{from}-{to}",
		},
		Asides: Asides{
			Note:       "Nota",
			Tip:        "Suggerimento",
			Important:  "Importante",
			Warning:    "Avvertenza",
			Caution:    "Attenzione",
			Example:    "Esempio",
			Exercise:   "Esercizio",
			Question:   "Domanda",
			Discussion: "Discussione",
			Summary:    "Riepilogo",
		},
		Tables: Tables{
			Continued: "{caption} (segue)",
			Goes:      "(segue)",
			Turned:    "La tabella è a {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "tabella\u00A0{n}",
			FigureLabel: "Figura\u00A0{n}.", TableLabel: "Tabella\u00A0{n}.",
			Figures: "Indice delle figure", Tables: "Indice delle tabelle",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meme", Plural: "memi", Means: "un pensiero da passare ad altri"},
				"metaphor": {Name: "metafora", Plural: "metafore", Means: "una cosa vista come un’altra", Line: "{tenor} come {vehicle}"},
			},
			Maxims:     "massime",
			Entries:    "voci",
			Themes:     "Temi",
			Audience:   "Per",
			Card:       "carta: {text}",
			Draft:      "BOZZA",
			DraftOnly:  "Bozza: non ancora nel libro.",
			Drafts:     "Bozze: ",
			DraftFolio: "B{n}",
			Picture:    "[immagine: {alt}]",
		},
		Makers: Makers{
			By: "di {names}",
			Credits: map[string]Pattern{"edt": "A cura di {name}", "ill": "Illustrazioni di {name}", "trl": "Traduzione di {name}",
				"aui": "Introduzione di {name}", "aft": "Postfazione di {name}", "pht": "Fotografie di {name}", "art": "Immagini di {name}",
				"win": "Introduzione di {name}", "wpr": "Prefazione di {name}", "bkd": "Progetto grafico di {name}", "cov": "Copertina di {name}",
				"dsr": "Progetto grafico di {name}", "com": "Testi scelti da {name}"},
			Roles: map[string]string{"aut": "autore", "edt": "curatore", "ill": "illustratore", "trl": "traduttore",
				"aui": "autore dell’introduzione", "pht": "fotografo", "bkd": "progettista grafico", "nrt": "narratore"},
			Contributor: "collaboratore",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nomi: {text}",
			Title:          "Titolo: {text}",
			Description:    "Pubblicazione: {text}",
			Identifiers:    "Identificatori: {text}",
			Subjects:       "Soggetti: {text}",
			Classification: "Classificazione: {text}",
			Typeface:       "Composto in {name}, carattere con licenza SIL Open Font License.",
			Typefaces:      "Composto in {names}, caratteri con licenza SIL Open Font License.",
			SetIn:          "Composto in {font}",
			DesignedBy:     ", carattere disegnato da {designer}",
			MadeBy:         ". Righe, pagine e indici sono stati fatti da octavo dal dattiloscritto dell’autore.",
		},
		Typescript: Typescript{Length: "circa {n}\u00A0parole", Chapter: "Capitolo {n}"},
		Review: Review{
			Notice:          "Bozze non corrette — Fuori commercio",
			Quotations:      "Queste sono bozze non corrette. Si prega di verificare ogni citazione sul libro stampato.",
			Unnamed:         "copia per recensione",
			Front:           "Copertina",
			Data:            "Scheda",
			Changes:         "Modifiche",
			Title:           "Titolo",
			Author:          "Autore",
			Publisher:       "Editore",
			ISBN:            "ISBN",
			Trim:            "Formato",
			Pages:           "Pagine",
			PagesInPrint:    "Pagine a stampa",
			Price:           "Prezzo",
			Publication:     "Uscita",
			Edition:         "Edizione",
			Manuscript:      "Manoscritto",
			Subjects:        "Soggetti",
			Contact:         "Contatti",
			Comments:        "Osservazioni",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0pollici)",
			InPrint:         "stampa",
			AsHardcover:     "rilegato",
			InPaper:         "brossura",
			AsEPUB:          "EPUB",
			ToCome:          "da annunciare",
			State:           "Manoscritto {revision} del {date}",
			DatedState:      "Manoscritto {revision}, {date}",
			BookPages:       "Le pagine e i loro numeri sono quelli del libro. ",
			TypescriptPages: "Questo è un dattiloscritto: le sue pagine non sono quelle del libro. ",
			NumberedLines: "Ogni {nth} riga di una pagina porta il suo numero a margine, perché un’osservazione possa dire a che cosa si " +
				"riferisce: «pagina\u00A042, riga\u00A017». Le note scritte in questo file con qualsiasi lettore di PDF ritrovano il loro posto " +
				"nel manoscritto dell’autore.",
			EveryLine: "singola",
			Number:    "Copia {n} di {of}",
			For:       "per",
			Reader:    "per {name}",
			NumberFor: "{copy}, per {name}",
			Drafts:    "Bozze: non ancora nel libro",
			Removed:   "tolto dopo questo punto: {title}",
			TK:        "Da completare",
		},
		Changes: Changes{
			Since:           "Che cosa è cambiato dopo {state}",
			LastCopy:        "la sua ultima copia, manoscritto {revision}",
			None:            "Nulla.",
			New:             "nuovo",
			Removed:         "tolto",
			Moved:           "spostato",
			Changed:         "modificato",
			In:              "pagina\u00A0{n} dell’edizione a stampa",
			From:            "da «{chapter}»",
			WordsNew:        Counted{One: "{n}\u00A0parola nuova", Other: "{n}\u00A0parole nuove"},
			WordsGone:       Counted{One: "{n}\u00A0parola tolta", Other: "{n}\u00A0parole tolte"},
			OtherPicture:    "altra immagine",
			OtherForm:       "in altra forma",
			OtherKeys:       "altri dati: {keys}",
			CrossReferences: "rimandi",
		},
		Errata: Errata{
			Title:   "Errata corrige",
			Line:    "riga\u00A0{n}",
			ForRead: "invece di {was} leggi {is}",
			Delete:  "sopprimi {was}",
			Insert:  "aggiungi {is}",
		},
		Trade: Trade{
			Sheet:        "Scheda del libro",
			About:        "Il libro",
			AboutAuthor:  "L’autore",
			AboutAuthors: "Gli autori",
			FromTheBook:  "Dal libro",
			Inside:       "Uno sguardo all’interno",
			Order:        "Come ordinare",
			Series:       "Collana",
			Rights:       "Diritti",
			Excerpt:      "Estratto",
			ExcerptOf:    "{title} (estratto)",
			IsExcerpt:    "Questo era un estratto da {title}.",
			WholeBook:    "Il libro intero",
		},
		Answers: Answers{
			Title:    "Le Sue osservazioni",
			Thanks:   "Grazie di una lettura così attenta. Ecco che cosa ne è stato delle Sue osservazioni.",
			At:       "pagina\u00A0{page}, riga\u00A0{line}",
			Taken:    "accolta",
			Changed:  "modificato altrimenti",
			Declined: "lasciato com’era",
			Open:     "ancora aperta",
			Gone:     "non è più nel libro",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0carta", Other: "{n}\u00A0carte"},
			Themes:      "Temi",
			Blank:       "Da annotare",
			Deck:        "{title}: carte",
			AtAGlance:   "{title}: le carte in un colpo d’occhio",
			Proof:       "{title}: prova di una carta",
			Calibration: "{title}: regolazione del retro",
		},
		Sheets: Sheets{
			Front:      "{sheet} fronte",
			Back:       "{sheet} retro",
			Of:         "{n} di {of}",
			ProofFront: "fronte di {card}",
			ProofBack:  "retro",
			Ruler:      "Questo righello è lungo {mm}\u00A0mm quando la carta ha la sua misura reale. Se non lo è, stampare al 100%.",
			Jig:        "dima",
			JigCard:    "una carta di {size}",
			JigCut:     "tagliare lungo i trattini, a {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "come plastificare",
			Title:      "Come tagliare e plastificare le carte",
			PlainLabel: "istruzioni",
			PlainTitle: "Come fare le carte",
			PrintBothSides: "Stampate le pagine da {first} a\u00A0{n} in fronte e retro, a misura reale (100%), con la stampante impostata per girare sul " +
				"lato {edge}. Guardate un foglio in controluce: ogni retro deve stare dietro il suo fronte. Se non ci sta, octavo cards " +
				"calibrate mostra di quanto si scosta.",
			PrintOneSide: "Stampate le pagine da {first} a\u00A0{n} su un solo lato, a misura reale (100%).",
			LongEdge:     "lungo",
			ShortEdge:    "corto",
			Cut: "Tagliate nell’ordine dei numeri qui sotto, sempre da un capo all’altro del foglio, e tenete i pezzi in ordine. Una carta " +
				"tagliata misura {size}.",
			Break: "Staccate le carte dal cartoncino {stock} lungo le perforazioni. Una carta misura {size}.",
			Fold: "Tagliate nell’ordine dei numeri qui sotto, poi piegate ogni pezzo lungo la linea tratteggiata, con i lati stampati " +
				"all’esterno, e premete bene la piega.",
			Warm: "Lasciate che la plastificatrice raggiunga la temperatura richiesta dal film e inserite la busta dal lato saldato. " +
				"Lasciatela in piano finché è fredda.",
			LaySheet: "Mettete ogni foglio in una busta di {pouch}, spinto fino in fondo al lato saldato, con il film che sporge in ugual misura " +
				"dagli altri lati.",
			OpenEdges: "I bordi di queste carte sono aperti: lì la carta affiora e assorbe acqua. Tenetele all’asciutto o, la prossima volta, " +
				"tagliate prima le carte e plastificatele dopo (laminate = \"cards\").",
			RoundCorners: "Arrotondate gli angoli con una fustella di circa {mm}\u00A0mm, prima di mettere il film.",
			LayOnJig: "Posate la busta aperta di {pouch} sulla dima, che è la pagina seguente, e una carta su ciascuno dei riquadri. I riquadri " +
				"distano {mm}\u00A0mm, perché attorno a ogni carta il film tocchi il film.",
			CloseOnJig: "Chiudete la busta senza spostare le carte e sfilate la dima.",
			CutDashes: "Tagliate lungo i trattini, a {mm}\u00A0mm da ogni carta e mai dentro il suo cartoncino: una carta resta sigillata solo " +
				"finché il film sporge tutt’intorno.",
			LayCard: "Mettete ogni carta in una busta di {pouch} ({name}) in modo che il film sporga in ugual misura tutt’intorno: {mm}\u00A0mm sui " +
				"lati più stretti.",
			KeepFilm: "Non tagliate il film: una carta resta sigillata solo finché il film sporge tutt’intorno. Arrotondatene gli angoli se " +
				"pungono.",
			TestStock: "Stampate la pagina\u00A0{first} su carta comune e tenetela controluce su un foglio del cartoncino " +
				"{stock}: ogni carta deve cadere dentro le sue perforazioni.",
			FeedStock:    "Inserite il cartoncino un foglio alla volta dal vassoio manuale e lasciate asciugare l’inchiostro.",
			PunchCorners: "Arrotondate gli angoli con una fustella di circa {mm}\u00A0mm.",
			Glue:         "Incollate le due metà di ogni carta e lasciatele asciugare sotto un peso.",
			OpenLines: "In {program} impostate la pagina su {sheet}, aprite {svg} (o {dxf}, se non legge SVG) e centrate le " +
				"linee sulla pagina. Insieme misurano {size}.",
			TypeMarks: "Attivate i crocini di registro a tre angoli e scrivete quanto è stampato: lunghezza {arm}\u00A0mm, " +
				"spessore {thickness}\u00A0mm, distanza dal bordo {inset}\u00A0mm.",
			CutByMachine: "Posate un foglio sul tappetino con il fronte in alto e il quadrato nero in alto a sinistra, e " +
				"lasciate che la macchina cerchi i segni. Tagliate prima un foglio di carta comune.",
			Upload: "In {program} caricate ogni immagine {png} come immagine piatta per Print Then Cut e impostatene la misura: " +
				"{size}. La macchina taglia lungo i suoi bordi.",
			AttachLines: "Caricate anche {svg}, posatene le linee sull’immagine, centro su centro, e unite le due cose: la " +
				"macchina taglia lungo le linee.",
			PrintThere: "Stampatela da lì su {sheet}, a misura reale (100%), e tagliate prima un foglio di carta comune.",
			PrintBacks: "Prima di tagliare, stampate il retro sull’altro lato: la pagina\u00A0{first} è quella della prima " +
				"immagine, e così via. Sta al centro del foglio: spostatevi l’immagine e guardate controluce il primo foglio.",
		},
		Ordering: Ordering{
			Title:    "{title}: carte per {service}",
			Choose:   "Scegliete questa carta: {card}. Il mazzo ha {n}.",
			OwnBacks: "Date a ogni carta un fronte e un retro suoi.",
			UploadPictures: "Caricate i fronti ({fronts}) nell’ordine dei loro numeri, poi i retri ({backs}) nello stesso " +
				"ordine: il fronte e il retro di una carta hanno lo stesso numero.",
			UploadFile: "Caricate {file}. Ha una pagina per faccia, il retro di ogni carta prima del suo fronte.",
			Unscaled:   "Non fate scalare nulla: i file hanno la loro misura, con {mm}\u00A0mm tutt’intorno che vengono tagliati.",
			Finish:     "Carta, finitura e scatola sono a scelta: i file restano gli stessi.",
			Preview:    "Guardate ogni carta nell’anteprima e ordinate un mazzo prima di ordinarne molti.",
		},
		Calibrate: Calibration{
			Front:  "fronte",
			Back:   "retro",
			OnBack: "Il retro del foglio di regolazione. Giratelo e guardatelo in controluce.",
			Title:  "I retri stanno dietro i fronti?",
			Print:  []string{"Stampate questo foglio in fronte e retro, come stampate le carte:", "a misura reale (100%), senza adattarlo alla pagina."},
			Hold:   []string{"Tenetelo contro una finestra, con questo lato verso di voi.", "Le linee del retro traspaiono."},
			Read: []string{"Su ciascuno dei quattro lati cercate la linea della scala lunga",
				"che prosegue in una linea del retro, e annotatene il numero.",
				"Da una linea all’altra c’è un quarto di millimetro. La linea spessa",
				"del retro mostra sulla scala corta quale numero sarà, all’incirca;",
				"se supera 3, prendete quello e poi stampate di nuovo questo foglio."},
			Type: []string{"Scriveteli su una riga, con un meno dove c’è:"},
			Shifted: [2]Pattern{"Si sommano a ciò che già sposta questo retro: {right}\u00A0mm a destra,",
				"{down}\u00A0mm in basso e {degrees}\u00A0gradi."},
			Top:      "in alto",
			Bottom:   "in basso",
			Left:     "sinistra",
			Right:    "destra",
			Reminder: []string{"In controluce,", "leggete i numeri dove", "le linee si uniscono:", "x in larghezza, y in altezza."},
		},
		Ebook: Ebook{
			Landmarks:    "Punti di riferimento",
			Start:        "Inizio del testo",
			PrintedPages: "Pagine del libro a stampa",
			Pages:        "Pagine",
			BackToText:   "Torna al testo",
			CoverOf:      "Copertina di {title}",
			CoverBy:      ", di {names}",
			PrintedBook:  "{title}, il libro a stampa",
			Identifier:   "Identificatore della pubblicazione",
		},
		Access: Accessibility{
			Text: "Il testo può essere mostrato in qualsiasi corpo, carattere e colore, e uno screen reader o una barra braille lo legge " +
				"nell’ordine.",
			Ways:          " Ci si orienta con {ways}.",
			Contents:      "un indice",
			Headings:      "i titoli",
			Indexes:       "indici analitici con collegamenti",
			PageNumbers:   "i numeri di pagina del libro a stampa",
			NoneDescribed: " Le sue immagini non hanno descrizioni.",
			SomeDescribed: " Alcune delle sue immagini non hanno descrizione.",
			AllDescribed:  " Ogni immagine è descritta a parole.",
			OnlyCover:     " Non ha immagini oltre alla copertina, che è descritta a parole.",
			NoPictures:    " Non ha immagini.",
			Tables:        " Le tabelle danno un nome alle loro colonne.",
			Notes:         " Le note sono collegate ai loro richiami, e viceversa.",
			Still:         " Nulla in esso si muove, lampeggia o suona.",
			Statement: Statement{
				Title:       "Dichiarazione di accessibilità",
				Reading:     "Modi di lettura",
				Navigation:  "Navigazione",
				Hazards:     "Pericoli",
				Conformance: "Conformità",
				Contact:     "Contatto",
				Meets:       "Questa pubblicazione è conforme a {standard}. Certificata da: {name}.",
				Unclaimed:   "Nessuno ha certificato che questa pubblicazione sia conforme a una norma di accessibilità.",
				WriteTo:     "Domande e osservazioni sull’accessibilità: {address}",
				Made:        "Data di questa dichiarazione: {date}",
				Formulas:    " Le formule sono date in MathML.",
			},
		},
		Rules:  italianRules(),
		Reader: italianReader(),
	}
}

func italianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/it.txt", Before: 2, After: 2},
		Clinging: set(`il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai
			dagli dalle in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle con col per tra fra
			e ed o od ma né se che chi cui come quando dove perché
			mio mia tuo tua suo sua suoi sue nostro nostra vostro vostra loro questo questa quel quello quella
			mi ti si ci vi ne non più già così molto
			l’ un’ d’ dell’ all’ dall’ nell’ sull’ quell’ quest’ c’ s’ m’ t’ v’ n’ io tu egli lui lei noi voi essi è sono era erano ha hanno ho hai
			sia può deve va fa essere avere ogni tutto tutta tutti tutte nessun nessuno nessuna alcun alcuni alcune miei mie tuoi tue nostri nostre
			queste questi quei quegli quelle mai meno troppo due tre quattro cinque sei sette otto nove dieci dodici venti cento mille`),
		Opening:       set(`e ed o od ma né se che chi cui come quando dove perché mentre sebbene affinché quale quali quanto poiché benché finché ch’ dov’ com’`),
		StaysWithNext: set("a e è i o A E È I O"),
		BeforeNumber:  set("p. pp. pag. pagg. n. nn. n.º n° vol. voll. cap. capp. fig. figg. tab. art. artt. ed. sez. t. l. v. vv. f. ff. c. cc. §"),
		BeforeName: set("sig. sig.ra sig.na sigg. dott. dott.ssa dr. prof. prof.ssa proff. ing. avv. arch. geom. rag. on. sen. mons. don suor fra san " +
			"santo santa s. ss. card. gen. col."),
		AfterNumber:   set(`% ‰ € $ £ ° °C °F K mm cm m km m² km² ha pt mg g kg q t ml cl dl l L s min h kB MB GB Hz kHz V W kW kWh EUR CHF a.C. d.C.`),
		Abbreviations: []string{"a.C.", "d.C.", "p.es.", "P.es.", "s.d.", "s.l.", "op.cit.", "loc.cit.", "e.v."},
		NoSentenceEnd: set("Sig. sig. Sigg. Dott. dott. Dr. Prof. prof. Proff. Ing. ing. Avv. avv. Arch. arch. Geom. Rag. On. on. Mons. mons. Card. Gen. Col. " +
			"S. SS. p. pp. pag. pagg. n. nn. vol. voll. cap. capp. fig. figg. tab. art. artt. ed. cfr. Cfr. es. ecc. v. op. cit. ibid. id. sec. " +
			"trad. cur. ca."),
		Matter: map[string]string{"prefazione": "preface", "nota-dell-autore": "preface", "nota-dellautore": "preface", "premessa": "foreword",
			"presentazione": "foreword", "introduzione": "introduction", "prologo": "prologue", "ringraziamenti": "acknowledgments",
			"epilogo": "epilogue", "postfazione": "afterword", "conclusione": "conclusion", "conclusioni": "conclusion",
			"appendice": "appendix", "appendici": "appendix", "colophon": "colophon", "crediti": "credits", "errata-corrige": "errata"},
		Articles:    []string{"il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l’", "l'", "un’", "un'"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		MayBeElided: set("sto sta sti ste ndo notte ngiorno bastanza ccidenti"),
		Clipped:     set("po mo ca sta di va fa da to be vo so"),
		Repeated:    set("no sì molto piano ben appena quasi così via ah oh eh ehi dai ora adagio subito poco presto forte lemme"),
		Joining: set(`il lo la i gli le l un uno una di del dello della dei degli delle dell d a al alla da dal dalla in nel nella su sul sulla
			e ed o per con senza suo sua che`),
		Singular: italianSingular,
		Stem: stemBy("a e i o are ere ire ato ata ati ate uto uta uti ute ito ita iti ite ando endo ava avano iva ivano eva evano erà irà arono irono " +
			"zione zioni mento menti mente tore tori trice trici bile bili ista isti iste oso osa osi ose ità"),
	}
}

func italianReader() Reader {
	return Reader{
		Page:     []string{"pagina", "pagine", "pag", "pagg", "p", "pp"},
		Line:     []string{"riga", "righe", "linea", "r", "l"},
		On:       []string{"a", "alla"},
		Days:     []string{"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"},
		HalfDays: []string{"del mattino", "del pomeriggio"},
		Columns: Columns{
			Page:    []string{"pagina", "pag.", "pag", "p", "p.", "numero di pagina"},
			Line:    []string{"riga", "righe", "linea", "numero di riga", "r", "l"},
			Comment: []string{"commento", "commenti", "osservazione", "osservazioni", "nota", "note", "correzione", "annotazione"},
			Reader:  []string{"lettore", "lettrice", "autore", "autrice", "nome", "chi", "da", "revisore"},
			Words:   []string{"parole", "citazione", "testo", "passo", "brano", "evidenziazione", "testo evidenziato", "testo attuale"},
			New:     []string{"sostituzione", "nuovo", "leggi", "da cambiare in", "testo nuovo"},
			File:    []string{"file"},
			Row:     []string{"riga del file"},
			Date:    []string{"data", "creato il", "evidenziato il"},
			Heading: []string{"capitolo", "sezione", "voce"},
			Book:    []string{"titolo", "libro", "titolo del libro"},
		},
		Labels: Labels{
			Passage: []string{"evidenziazione", "citazione", "testo", "brano", "passo"},
			Heading: []string{"capitolo", "sezione"},
			Comment: []string{"nota", "commento", "la mia nota"},
		},
		Kindle: Kindle{
			Page:     []string{"pagina", "pagine"},
			Location: []string{"posizione"},
			Added:    []string{"aggiunto in data"},
			Note:     []string{"nota"},
		},
		Excerpts: []string{"Tutti gli estratti da", "Estratto da"},
		Anybody:  []string{"utente", "ospite", "amministratore", "proprietario", "sconosciuto", "lettore", "io", "autore", "anonimo"},
	}
}

// italianWord returns a number from 1 to 99 in words.
func italianWord(n int) string {
	ones := [...]string{"", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
		"quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove"}
	tens := [...]string{"venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"}
	if n < 1 || n > 99 {
		return ""
	}
	if n < 20 {
		return Capital(ones[n])
	}
	ten := tens[n/10-2]
	switch n % 10 {
	case 1, 8: // ventuno, ventotto
		ten = ten[:len(ten)-1]
	case 3:
		return Capital(ten + "tré")
	}
	return Capital(ten + ones[n%10])
}

// italianOrdinal returns an ordinal number from 1 to 99 in words, of the feminine.
func italianOrdinal(n int) string {
	ones := [...]string{"Prima", "Seconda", "Terza", "Quarta", "Quinta", "Sesta", "Settima", "Ottava", "Nona", "Decima"}
	if n > 0 && n <= len(ones) {
		return ones[n-1]
	}
	word := strings.Replace(italianWord(n), "tré", "tree", 1)
	switch {
	case word == "":
		return ""
	case n%10 == 6 && n > 20: // ventiseiesima
		return word + "esima"
	}
	return word[:len(word)-1] + "esima"
}

// italianPlural returns the plural of a word by the rules that have few exceptions.
func italianPlural(word string) string {
	for _, end := range [][2]string{{"co", "chi"}, {"go", "ghi"}, {"ca", "che"}, {"ga", "ghe"}, {"cia", "ce"}, {"gia", "ge"}, {"io", "i"}, {"ista", "isti"},
		{"ma", "mi"}, {"a", "e"}, {"o", "i"}, {"e", "i"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok {
			return s + end[1]
		}
	}
	return word
}

// italianSingular returns a word that may be a plural of the masculine as its singular.
func italianSingular(word string) string {
	for _, end := range [][2]string{{"chi", "co"}, {"ghi", "go"}, {"i", "o"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok && len(s) >= 3 {
			return s + end[1]
		}
	}
	return word
}

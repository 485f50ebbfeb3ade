package lang

// polish returns the words and rules of Polish.
func polish() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"„", "”"},
			Inner: Marks{"«", "»"},
			Others: []QuoteChoice{
				{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"„", "”"}},
				{Name: "reversed", Outer: Marks{"„", "”"}, Inner: Marks{"»", "«"}},
				{Name: "single", Outer: Marks{"„", "”"}, Inner: Marks{"‚", "’"}},
			},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Ungrouped: 10000,
			Decimal:   ",",
			Word:      func(n int) string { return phrase("Rozdział ", polishOrdinals.word(n, "y"), "") },
			PartWord:  func(n int) string { return polishOrdinals.word(n, "a") },
			Ordinal:   func(n int) string { return polishOrdinals.orFigure(n, "y") },
			Ordinals:  polishOrdinals.forms("y", "a"),
			Date:      "{day}\u00A0{month} {year}",
			Months: [12]string{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
				"listopada", "grudnia"},
		},
		Lists: Lists{Comma: ", ", And: " i\u00A0", Names: " i\u00A0", Abridged: "{name} i\u00A0in."},
		Titles: Titles{
			Contents:      "Spis treści",
			ByTheme:       "{entries} według tematów",
			ByFirstWords:  "{entries} według pierwszych słów",
			Subjects:      "Indeks rzeczowy",
			Notes:         "Przypisy",
			OtherThemes:   "Inne",
			NumberedPart:  "Część {n}",
			Untitled:      "Bez tytułu",
			Cover:         "Okładka",
			TitlePage:     "Strona tytułowa",
			Copyright:     "Strona redakcyjna",
			Dedication:    "Dedykacja",
			Epigraph:      "Motto",
			Colophon:      "Kolofon",
			AboutThisCopy: "O tym egzemplarzu",
		},
		References: References{
			See:             "zob.",
			Page:            "s.\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maksyma\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Zamiast stron podano numery. Pozycje: {entries}.",
			HeadingSee:      "Zob.",
			HeadingSeeAlso:  "Zob. też",
		},
		Notes: Notes{
			ToPage:  "Przypisy do s.\u00A0{page}",
			ToPages: "Przypisy do s.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Uwaga",
			Tip:        "Wskazówka",
			Important:  "Ważne",
			Warning:    "Ostrzeżenie",
			Caution:    "Ostrożnie",
			Example:    "Przykład",
			Exercise:   "Ćwiczenie",
			Question:   "Pytanie",
			Discussion: "Do dyskusji",
			Summary:    "Podsumowanie",
		},
		Tables: Tables{
			Continued: "{caption} (cd.)",
			Goes:      "(ciąg dalszy)",
			Turned:    "Tabela znajduje się na {page}.",
		},
		Figures: Figures{
			Figure: "rys.\u00A0{n}", Table: "tab.\u00A0{n}",
			FigureLabel: "Rys.\u00A0{n}.", TableLabel: "Tab.\u00A0{n}.",
			Figures: "Spis ilustracji", Tables: "Spis tabel",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memy", Means: "myśl, którą warto podać dalej"},
				"metaphor": {Name: "metafora", Plural: "metafory", Means: "jedno widziane jako drugie", Line: "{tenor} jako {vehicle}"},
			},
			Maxims:     "maksymy",
			Entries:    "hasła",
			Themes:     "Tematy",
			Audience:   "Dla kogo",
			Card:       "karta: {text}",
			Draft:      "SZKIC",
			DraftOnly:  "Szkic: jeszcze nie w\u00A0książce.",
			Drafts:     "Szkice: ",
			DraftFolio: "S{n}",
			Picture:    "[ilustracja: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Redakcja: {name}", "ill": "Ilustracje: {name}", "trl": "Przekład: {name}",
				"aui": "Wstęp: {name}", "aft": "Posłowie: {name}", "pht": "Fotografie: {name}", "art": "Ilustracje: {name}",
				"win": "Wstęp: {name}", "wpr": "Przedmowa: {name}", "bkd": "Opracowanie graficzne: {name}",
				"cov": "Projekt okładki: {name}", "dsr": "Opracowanie graficzne: {name}", "com": "Wybór i\u00A0opracowanie: {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "redakcja", "ill": "ilustracje", "trl": "przekład",
				"aui": "autor wstępu", "pht": "fotografie", "bkd": "opracowanie graficzne", "nrt": "lektor"},
			Contributor: "współpraca",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Osoby: {text}",
			Title:          "Tytuł: {text}",
			Description:    "Opis: {text}",
			Identifiers:    "Identyfikatory: {text}",
			Subjects:       "Hasła przedmiotowe: {text}",
			Classification: "Klasyfikacja: {text}",
			Typeface:       "Złożono krojem {name}, na licencji SIL Open Font License.",
			Typefaces:      "Złożono krojami {names}, na licencji SIL Open Font License.",
			SetIn:          "Złożono krojem {font}",
			DesignedBy:     " (projekt: {designer})",
			MadeBy:         ". Łamanie i\u00A0indeksy wykonał program octavo na podstawie rękopisu.",
		},
		Typescript: Typescript{Length: "około {n}\u00A0słów", Chapter: "Rozdział {n}"},
		Review: Review{
			Notice:          "Egzemplarz recenzencki przed korektą — nie na sprzedaż",
			Quotations:      "To egzemplarz przed korektą. Przed cytowaniem prosimy porównać tekst z\u00A0gotową książką.",
			Unnamed:         "egzemplarz recenzencki",
			Front:           "Okładka",
			Data:            "Dane",
			Changes:         "Zmiany",
			Title:           "Tytuł",
			Author:          "Autor",
			Publisher:       "Wydawca",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Liczba stron",
			PagesInPrint:    "Liczba stron w\u00A0druku",
			Price:           "Cena",
			Publication:     "Premiera",
			Edition:         "Wydanie",
			Manuscript:      "Rękopis",
			Subjects:        "Tematyka",
			Contact:         "Kontakt",
			Comments:        "Uwagi",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0cala)",
			InPrint:         "druk",
			AsHardcover:     "oprawa twarda",
			InPaper:         "oprawa miękka",
			AsEPUB:          "EPUB",
			ToCome:          "zostanie podana później",
			State:           "Rękopis {revision} z\u00A0{date}",
			DatedState:      "Rękopis {revision}, {date}",
			BookPages:       "Strony i\u00A0ich numery są takie jak w\u00A0książce. ",
			TypescriptPages: "To maszynopis: jego strony nie odpowiadają stronom książki. ",
			NumberedLines: "Każdy {nth} wiersz strony ma obok siebie swój numer, aby uwaga mogła wskazać, czego dotyczy: „strona 42, wiersz 17”. " +
				"Notatki zapisane w\u00A0tym pliku w\u00A0dowolnym czytniku PDF trafią do rękopisu.",
			EveryLine: "pojedynczy",
			Number:    "Egzemplarz {n} z\u00A0{of}",
			For:       "odbiorca",
			Reader:    "odbiorca: {name}",
			NumberFor: "{copy}, odbiorca: {name}",
			Drafts:    "Szkice: jeszcze nie w\u00A0książce",
			Removed:   "dalej usunięto: {title}",
			TK:        "TK: do uzupełnienia",
		},
		Changes: Changes{
			Since:           "Co się zmieniło. Wersja porównywana: {state}",
			LastCopy:        "poprzedni egzemplarz, rękopis {revision}",
			None:            "Nic.",
			New:             "nowe",
			Removed:         "usunięte",
			Moved:           "przeniesione",
			Changed:         "zmienione",
			In:              "s.\u00A0{n} w\u00A0druku",
			From:            "poprzednio: „{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0nowe słowo", Few: "{n}\u00A0nowe słowa", Many: "{n}\u00A0nowych słów", Other: "{n}\u00A0nowego słowa"},
			WordsGone:       Counted{One: "usunięto {n}\u00A0słowo", Few: "usunięto {n}\u00A0słowa", Many: "usunięto {n}\u00A0słów", Other: "usunięto {n}\u00A0słowa"},
			OtherPicture:    "inna ilustracja",
			OtherForm:       "w\u00A0innej formie",
			OtherKeys:       "zmieniono: {keys}",
			CrossReferences: "odsyłacze",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "wiersz\u00A0{n}",
			ForRead: "jest {was}, powinno być {is}",
			Delete:  "{was} należy skreślić",
			Insert:  "{is} należy dodać",
		},
		Trade: Trade{
			Sheet:        "Informacje o książce",
			About:        "O książce",
			AboutAuthor:  "O autorze",
			AboutAuthors: "O autorach",
			FromTheBook:  "Z książki",
			Inside:       "Zajrzyj do środka",
			Order:        "Zamówienia",
			Series:       "Seria",
			Rights:       "Prawa",
			Excerpt:      "Fragment",
			ExcerptOf:    "{title} (fragment)",
			IsExcerpt:    "To był fragment książki {title}.",
			WholeBook:    "Cała książka",
		},
		Answers: Answers{
			Title:    "Państwa uwagi",
			Thanks:   "Dziękujemy za tak uważną lekturę. Oto, co się stało z\u00A0Państwa uwagami.",
			At:       "strona\u00A0{page}, wiersz\u00A0{line}",
			Taken:    "uwzględniona",
			Changed:  "zmienione inaczej",
			Declined: "bez zmian",
			Open:     "jeszcze otwarta",
			Gone:     "nie ma już w\u00A0książce",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0karta", Few: "{n}\u00A0karty", Many: "{n}\u00A0kart", Other: "{n}\u00A0karty"},
			Themes:      "Tematy",
			Blank:       "Zapisz to",
			Deck:        "{title}: karty",
			AtAGlance:   "{title}: przegląd kart",
			Proof:       "{title}: próbny wydruk karty",
			Calibration: "{title}: kalibracja",
		},
		Sheets: Sheets{
			Front:      "{sheet} przód",
			Back:       "{sheet} tył",
			Of:         "{n} z\u00A0{of}",
			ProofFront: "przód: {card}",
			ProofBack:  "tył",
			Ruler:      "Ta linijka ma {mm}\u00A0mm, gdy karta ma rzeczywistą wielkość. Jeśli nie ma, drukuj w\u00A0skali 100%.",
			Jig:        "szablon",
			JigCard:    "karta {size}",
			JigCut:     "tnij po kreskach, {mm}\u00A0mm od karty",
		},
		Laminating: polishLaminating(),
		Ordering: Ordering{
			Title:    "{title}: karty dla {service}",
			Choose:   "Wybierz tę kartę: {card}. Talia ma {n}.",
			OwnBacks: "Daj każdej karcie własny przód i\u00A0własny tył.",
			UploadPictures: "Prześlij przody ({fronts}) w\u00A0kolejności numerów, a\u00A0potem tyły ({backs}) w\u00A0tej samej " +
				"kolejności: przód i\u00A0tył karty mają ten sam numer.",
			UploadFile: "Prześlij {file}. Ma stronę na każdą stronę karty, tył karty przed jej przodem.",
			Unscaled:   "Nie pozwól niczego skalować: pliki mają swój rozmiar, z\u00A0{mm}\u00A0mm dookoła, które zostaną odcięte.",
			Finish:     "Papier, wykończenie i\u00A0pudełko wybierz dowolnie: pliki są te same.",
			Preview:    "Obejrzyj każdą kartę w\u00A0podglądzie i\u00A0zamów jedną talię, zanim zamówisz wiele.",
		},
		Calibrate: polishCalibration(),
		Ebook: Ebook{
			Landmarks:    "Punkty orientacyjne",
			Start:        "Początek tekstu",
			PrintedPages: "Strony wydania drukowanego",
			Pages:        "Strony",
			BackToText:   "Powrót do tekstu",
			CoverOf:      "Okładka: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, wydanie drukowane",
			Identifier:   "Identyfikator publikacji",
		},
		Access: Accessibility{
			Text: "Tekst można wyświetlać dowolną wielkością, krojem i\u00A0kolorem pisma, a\u00A0czytnik ekranu lub monitor brajlowski odczytuje " +
				"go we właściwej kolejności.",
			Ways:          " Do nawigacji służą: {ways}.",
			Contents:      "spis treści",
			Headings:      "nagłówki",
			Indexes:       "indeksy z\u00A0odsyłaczami",
			PageNumbers:   "numery stron wydania drukowanego",
			NoneDescribed: " Ilustracje nie mają opisów.",
			SomeDescribed: " Niektóre ilustracje nie mają opisów.",
			AllDescribed:  " Każda ilustracja jest opisana słowami.",
			OnlyCover:     " Jedyną ilustracją jest okładka, opisana słowami.",
			NoPictures:    " Publikacja nie zawiera ilustracji.",
			Tables:        " Tabele mają nagłówki kolumn.",
			Notes:         " Przypisy są połączone z\u00A0odnośnikami w\u00A0obie strony.",
			Still:         " Nic się nie porusza, nie błyska ani nie wydaje dźwięków.",
			Statement: Statement{
				Title:       "Deklaracja dostępności",
				Reading:     "Sposoby czytania",
				Navigation:  "Nawigacja",
				Hazards:     "Zagrożenia",
				Conformance: "Zgodność",
				Contact:     "Kontakt",
				Meets:       "Ta publikacja spełnia wymagania: {standard}. Poświadcza: {name}.",
				Unclaimed:   "Nikt nie poświadczył, że ta publikacja spełnia jakąś normę dostępności.",
				WriteTo:     "Pytania i uwagi dotyczące dostępności: {address}",
				Made:        "Data deklaracji: {date}",
				Formulas:    " Wzory są podane w MathML.",
			},
		},
		Rules:  polishRules(),
		Reader: polishReader(),
	}
}

func polishLaminating() Laminating {
	return Laminating{
		Label:      "laminowanie",
		Title:      "Jak pociąć i\u00A0zalaminować karty",
		PlainLabel: "instrukcja",
		PlainTitle: "Jak zrobić karty",
		PrintBothSides: "Wydrukuj strony od {first} do {n} dwustronnie, w\u00A0rzeczywistej wielkości (100%), z\u00A0drukarką ustawioną na odwracanie " +
			"wzdłuż {edge} krawędzi. Obejrzyj arkusz pod światło: każdy tył musi leżeć za swoim przodem. Jeśli nie leży, polecenie octavo cards " +
			"calibrate pokaże, o\u00A0ile jest przesunięty.",
		PrintOneSide: "Wydrukuj strony od {first} do {n} jednostronnie, w\u00A0rzeczywistej wielkości (100%).",
		LongEdge:     "długiej",
		ShortEdge:    "krótkiej",
		Cut: "Tnij w\u00A0kolejności podanych niżej numerów, zawsze przez cały arkusz, i\u00A0zachowaj kolejność kawałków. Przycięta karta ma " +
			"wymiary {size}.",
		Break: "Rozdziel arkusz {stock} wzdłuż perforacji. Karta ma wymiary {size}.",
		Fold: "Tnij w\u00A0kolejności podanych niżej numerów, potem złóż każdy kawałek wzdłuż linii przerywanej, zadrukiem na zewnątrz, " +
			"i\u00A0dobrze dociśnij zgięcie.",
		Warm: "Poczekaj, aż laminator nagrzeje się do temperatury właściwej dla folii, i\u00A0wsuń kieszeń zgrzaną krawędzią do przodu. Zostaw ją " +
			"na płasko, aż ostygnie.",
		LaySheet: "Włóż każdy arkusz do kieszeni {pouch}, aż do zgrzanej krawędzi, tak aby z\u00A0pozostałych stron folia wystawała równo.",
		OpenEdges: "Krawędzie tych kart są otwarte: papier jest odsłonięty i\u00A0chłonie wodę. Chroń je przed wilgocią albo następnym razem " +
			"najpierw potnij karty, a\u00A0potem je zalaminuj (laminate = \"cards\").",
		RoundCorners: "Zaokrąglij rogi dziurkaczem narożnikowym o\u00A0promieniu około {mm}\u00A0mm, zanim nałożysz folię.",
		LayOnJig: "Połóż otwartą kieszeń {pouch} na szablonie z\u00A0następnej strony, a\u00A0w\u00A0każdej jego ramce umieść kartę. Ramki są oddalone " +
			"o\u00A0{mm}\u00A0mm, więc wokół każdej karty folia styka się z\u00A0folią.",
		CloseOnJig: "Zamknij kieszeń, nie przesuwając kart, i\u00A0wysuń szablon.",
		CutDashes: "Tnij po kreskach, {mm}\u00A0mm od każdej karty, i\u00A0nigdy przez jej papier: karta pozostaje szczelna tylko wtedy, gdy folia " +
			"wystaje dookoła.",
		LayCard: "Włóż każdą kartę do kieszeni {pouch} ({name}) tak, aby folia wystawała równo dookoła: {mm}\u00A0mm po węższych stronach.",
		KeepFilm: "Nie nacinaj folii: karta pozostaje szczelna tylko wtedy, gdy folia wystaje dookoła. Jeśli jej rogi są ostre, " +
			"zaokrąglij je.",
		TestStock: "Wydrukuj stronę\u00A0{first} na zwykłym papierze i przyłóż ją pod światło do arkusza {stock}: każda karta " +
			"musi leżeć wewnątrz swojej perforacji.",
		FeedStock:    "Podawaj arkusze pojedynczo z\u00A0podajnika ręcznego i\u00A0pozwól farbie wyschnąć.",
		PunchCorners: "Zaokrąglij rogi dziurkaczem narożnikowym o\u00A0promieniu około {mm}\u00A0mm.",
		Glue:         "Sklej obie połowy każdej karty i\u00A0pozwól im wyschnąć pod obciążeniem.",
		OpenLines: "W\u00A0programie {program} ustaw stronę na {sheet}, otwórz {svg} (lub {dxf}, jeśli nie czyta SVG) " +
			"i\u00A0wyśrodkuj linie na stronie. Razem mają wymiary {size}.",
		TypeMarks: "Włącz znaczniki rejestracji w\u00A0trzech rogach i\u00A0wpisz to, co wydrukowano: długość {arm}\u00A0mm, " +
			"grubość {thickness}\u00A0mm, odstęp od krawędzi {inset}\u00A0mm.",
		CutByMachine: "Połóż arkusz na macie przodem do góry, z\u00A0czarnym kwadratem w\u00A0lewym górnym rogu, i\u00A0pozwól " +
			"maszynie znaleźć znaczniki. Najpierw potnij arkusz zwykłego papieru.",
		Upload: "W\u00A0programie {program} prześlij każdy obraz {png} jako płaski, do Print Then Cut, i\u00A0ustaw jego " +
			"rozmiar: {size}. Maszyna tnie wzdłuż jego krawędzi.",
		AttachLines: "Prześlij też {svg}, połóż linie na obrazie, środek na środku, i\u00A0połącz jedno z\u00A0drugim: maszyna " +
			"tnie wzdłuż linii.",
		PrintThere: "Wydrukuj go stamtąd na {sheet} w\u00A0rzeczywistej wielkości (100%) i\u00A0najpierw potnij arkusz zwykłego " +
			"papieru.",
		PrintBacks: "Przed cięciem wydrukuj tył na drugiej stronie: strona\u00A0{first} należy do pierwszego obrazu i\u00A0tak " +
			"dalej. Leży na środku arkusza: przesuń tam obraz i\u00A0obejrzyj pierwszy arkusz pod światło.",
	}
}

func polishCalibration() Calibration {
	return Calibration{
		Front:  "przód",
		Back:   "tył",
		OnBack: "To jest tył arkusza kalibracyjnego. Odwróć go i\u00A0obejrzyj pod światło.",
		Title:  "Czy tyły leżą za przodami?",
		Print:  []string{"Wydrukuj ten arkusz dwustronnie, tak jak drukujesz karty:", "w\u00A0rzeczywistej wielkości (100%), bez dopasowania do strony."},
		Hold:   []string{"Przyłóż go do okna, tą stroną do siebie.", "Linie z\u00A0tyłu będą prześwitywać."},
		Read: []string{"Przy każdym z\u00A0czterech boków znajdź tę kreskę długiej skali,",
			"którą przedłuża kreska z\u00A0tyłu, i\u00A0zapisz jej numer.",
			"Od kreski do kreski jest ćwierć milimetra. Gruba kreska z\u00A0tyłu",
			"wskazuje na małej linijce, jaki to będzie mniej więcej numer;",
			"jeśli przekracza 3, podaj ten i\u00A0wydrukuj potem arkusz ponownie."},
		Type: []string{"Wpisz je w\u00A0jednym wierszu, z\u00A0minusem tam, gdzie jest:"},
		Shifted: [2]Pattern{"Dodają się do obecnego przesunięcia tyłu: {right}\u00A0mm w\u00A0prawo,",
			"{down}\u00A0mm w\u00A0dół i\u00A0{degrees}\u00A0stopnia."},
		Top:      "góra",
		Bottom:   "dół",
		Left:     "lewa",
		Right:    "prawa",
		Reminder: []string{"Pod światło", "odczytaj numery tam,", "gdzie stykają się kreski:", "x jest w\u00A0poziomie, y w\u00A0pionie."},
	}
}

func polishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/pl.txt", Before: 2, After: 2, Capitals: true, Repeats: true},
		Bound:       set("a i o u w z"),
		Clinging: set(`a i o u w z we ze ku do na po od za bez dla nad pod przed przez przy między oraz lub albo ale lecz ni ani czy że żeby
			aby bo jak niż gdy gdyby kiedy który która które co nie się to ten ta te tę tej tego mój moja moje twój twoja twoje jego jej ich
			nasz nasza nasze wasz swój swoja swoje bardzo
			ja ty on ona ono my wy oni one jest są był była było były być ma może musi każdy każda każde wszystko wszystkie nigdy tylko bardziej dwa
			dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc`),
		Opening: set(`a i oraz lub albo ale lecz ani czy że żeby aby bo jak niż gdy gdyby kiedy który która które którzy których którego której co kto gdzie
			dlaczego choć ponieważ dopóki więc jeśli jeżeli zanim`),
		BeforeNumber: set("s. str. nr t. tom r. rozdz. rys. ryc. fot. il. tab. art. § §§ ust. pkt poz. wyd. ok. godz. lit. przyp. zesz. wersja ur. zm."),
		BeforeName:   set("dr prof. mgr inż. hab. ks. św. bł. gen. płk ppłk mjr kpt. por. ppor. im. ul. al. pl. pan pani p. red. o. ojciec bp abp"),
		AfterNumber: set(`stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
			% ‰ °C °F K mm cm dm m km ha a mg g dag kg t ml cl l s min h kB MB GB TB Hz kHz MHz V W kW kWh zł gr PLN EUR € $ £ euro
			tys mln mld r r. godz godz. min. sek. n.e p.n.e n.e. p.n.e. szt str`),
		NoSentenceEnd: set(`np. m.in. tzn. tj. tzw. tzv. ok. prof. inż. hab. ks. św. bł. gen. kpt. por. ppor. ul. al. pl. im. s. str. t. r. rozdz. rys.
			ryc. fot. il. tab. art. ust. poz. wyd. red. tłum. przeł. zob. por. ur. zm. godz. tys. ww. wg. p. o. dot. ew. jw. cd. przyp. zesz. ang. łac. franc.
			niem. pol. ros. wł. gr. śp. zw. max. min.`),
		Matter: map[string]string{"przedmowa": "preface", "slowo-wstepne": "foreword", "od-autora": "preface", "od-autorki": "preface",
			"od-wydawcy": "foreword", "wstep": "introduction", "wprowadzenie": "introduction", "prolog": "prologue",
			"podziekowania": "acknowledgments", "podziekowanie": "acknowledgments", "epilog": "epilogue", "poslowie": "afterword",
			"zakonczenie": "conclusion", "podsumowanie": "conclusion", "dodatek": "appendix", "aneks": "appendix", "zalacznik": "appendix",
			"kolofon": "colophon", "zrodla-ilustracji": "credits", "errata": "errata"},
		Letters:  "A B C Ć D E F G H I J K L Ł M N O Ó P Q R S Ś T U V W X Y Z Ź Ż",
		Repeated: set("bardzo nie tak no ha dawno coraz już zaraz powoli cicho"),
		Joining:  set("a i o u w z we ze do na po od za dla oraz lub czy się że jak"),
		Stem: stemBy(`ach ami owi ów om ie ię ią ego emu ymi imi ych ich ym im ej ą ę a e i o u y em iem ować uje ować owa owy owe ość ości
			ić yć ać eć ał ała ało ali ały ił iła iło ili iły ył yła`),
	}
}

func polishReader() Reader {
	return Reader{
		Page:     []string{"strona", "stronie", "strony", "stronę", "str", "s"},
		Line:     []string{"wiersz", "wierszu", "wiersza", "linia", "linijka", "w"},
		On:       []string{"na"},
		Days:     []string{"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"},
		HalfDays: []string{"godz"},
		Columns: Columns{
			Page:    []string{"strona", "str.", "str", "numer strony", "nr strony"},
			Line:    []string{"wiersz", "linia", "linijka", "numer wiersza", "nr wiersza"},
			Comment: []string{"komentarz", "komentarze", "uwaga", "uwagi", "notatka", "notatki", "poprawka", "korekta"},
			Reader:  []string{"czytelnik", "czytelniczka", "autor", "imię", "kto", "recenzent", "od"},
			Words:   []string{"słowa", "cytat", "tekst", "fragment", "zaznaczenie", "zaznaczony tekst"},
			New:     []string{"zamiana na", "powinno być", "ma być", "zamienić na", "nowy tekst"},
			File:    []string{"plik"},
			Row:     []string{"wiersz pliku", "linia pliku"},
			Date:    []string{"data", "utworzono"},
			Heading: []string{"rozdział", "podrozdział", "nagłówek", "hasło"},
			Book:    []string{"tytuł", "książka", "tytuł książki"},
		},
		Labels: Labels{
			Passage: []string{"zaznaczenie", "cytat", "tekst", "fragment"},
			Heading: []string{"rozdział", "podrozdział"},
			Comment: []string{"notatka", "uwaga", "komentarz", "moja notatka"},
		},
		Kindle: Kindle{
			Page:     []string{"strona", "stronie"},
			Location: []string{"pozycja", "lokalizacja"},
			Added:    []string{"dodano"},
			Note:     []string{"notatka"},
		},
		Excerpts: []string{"Fragment książki"},
		Anybody:  []string{"użytkownik", "gość", "administrator", "właściciel", "nieznany", "czytelnik", "czytelniczka", "ja", "autor", "autorka", "anonim"},
	}
}

// polishOrdinals are ordinal numbers without the endings of their genders.
var polishOrdinals = ordinals{
	first: "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast " +
		"osiemnast dziewiętnast",
	tens:   "dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt",
	join:   " ",
	ending: polishEnding,
}

// polishEnding returns an ordinal with its ending: "drugi", "trzecia".
func polishEnding(stem, ending string) string {
	switch {
	case ending == "y" && (stem == "drug" || stem == "trzec"):
		return stem + "i"
	case ending == "a" && stem == "trzec":
		return stem + "ia"
	}
	return stem + ending
}

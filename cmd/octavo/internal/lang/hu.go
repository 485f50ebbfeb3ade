package lang

// hungarian returns the words and rules of Hungarian.
func hungarian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "”"},
			Inner:  Marks{"»", "«"},
			Others: []QuoteChoice{{Name: "single", Outer: Marks{"„", "”"}, Inner: Marks{"’", "’"}}},
		},
		Spacing: Spacing{Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Ungrouped: 10000,
			Decimal:   ",",
			Word:      func(n int) string { return phrase("", hungarianOrdinals.word(n, ""), " fejezet") },
			PartWord:  func(n int) string { return phrase("", hungarianOrdinals.word(n, ""), "") },
			Ordinal:   func(n int) string { return hungarianOrdinals.orFigure(n, "") },
			Ordinals:  hungarianOrdinals.forms(""),
			Date:      "{year}. {month}\u00A0{day}.",
			Months: [12]string{"január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október",
				"november", "december"},
		},
		Lists: Lists{Comma: ", ", And: " és ", Names: " és ", Abridged: "{name} és mtsai."},
		Titles: Titles{
			Contents:      "Tartalom",
			ByTheme:       "{entries} témák szerint",
			ByFirstWords:  "{entries} az első szavak szerint",
			Subjects:      "Tárgymutató",
			Notes:         "Jegyzetek",
			OtherThemes:   "Egyéb",
			NumberedPart:  "{n}. rész",
			PartInWords:   "{n} rész",
			Untitled:      "Cím nélkül",
			Cover:         "Borító",
			TitlePage:     "Címoldal",
			Copyright:     "Impresszum",
			Dedication:    "Ajánlás",
			Epigraph:      "Mottó",
			Colophon:      "Kolofon",
			AboutThisCopy: "Erről a\u00A0példányról",
		},
		References: References{
			See:             "lásd",
			Page:            "{n}.\u00A0oldal",
			PageAbbreviated: "{n}.\u00A0o.",
			Maxim:           "{n}.\u00A0maxima",
			Counted:         "{n}.\u00A0{kind}",
			Numbered:        "A\u00A0számok nem oldalszámok, hanem sorszámok ({entries}).",
			HeadingSee:      "Lásd",
			HeadingSeeAlso:  "Lásd még",
		},
		Notes: Notes{
			ToPage:  "Jegyzetek a\u00A0következő oldalhoz: {page}.",
			ToPages: "Jegyzetek a\u00A0következő oldalakhoz: {from}–{to}.",
		},
		Asides: Asides{
			Note:       "Megjegyzés",
			Tip:        "Tipp",
			Important:  "Fontos",
			Warning:    "Figyelmeztetés",
			Caution:    "Vigyázat",
			Example:    "Példa",
			Exercise:   "Gyakorlat",
			Question:   "Kérdés",
			Discussion: "Vitakérdés",
			Summary:    "Összefoglalás",
		},
		Tables: Tables{
			Continued: "{caption} (folytatás)",
			Goes:      "(folytatás)",
			Turned:    "A\u00A0táblázat helye: {page}.",
		},
		Figures: Figures{
			Figure: "{n}.\u00A0ábra", Table: "{n}.\u00A0táblázat",
			FigureLabel: "{n}.\u00A0ábra.", TableLabel: "{n}.\u00A0táblázat.",
			Figures: "Ábrák jegyzéke", Tables: "Táblázatok jegyzéke",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mém", Plural: "mémek", Means: "továbbadásra érdemes gondolat"},
				"metaphor": {Name: "metafora", Plural: "metaforák", Means: "valami, amit másnak látunk", Line: "{tenor} mint {vehicle}"},
			},
			Maxims:     "maximák",
			Entries:    "szócikkek",
			Themes:     "Témák",
			Audience:   "Kinek",
			Card:       "kártya: {text}",
			Draft:      "VÁZLAT",
			DraftOnly:  "Vázlat: még nincs a\u00A0könyvben.",
			Drafts:     "Vázlatok: ",
			DraftFolio: "V{n}",
			Picture:    "[kép: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "Szerkesztette: {name}", "ill": "Illusztrálta: {name}", "trl": "Fordította: {name}",
				"aui": "A\u00A0bevezetőt írta: {name}", "aft": "Az utószót írta: {name}", "pht": "Fényképezte: {name}",
				"art": "A\u00A0rajzokat készítette: {name}", "win": "A\u00A0bevezetőt írta: {name}", "wpr": "Az előszót írta: {name}",
				"bkd": "Könyvterv: {name}", "cov": "Borítóterv: {name}", "dsr": "Könyvterv: {name}", "com": "Összeállította: {name}"},
			Roles: map[string]string{"aut": "szerző", "edt": "szerkesztő", "ill": "illusztrátor", "trl": "fordító",
				"aui": "a\u00A0bevezető szerzője", "pht": "fényképész", "bkd": "könyvtervező", "nrt": "felolvasó"},
			Contributor: "közreműködő",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			PrintISBN:      "ISBN {isbn} (nyomtatott)",
			EpubISBN:       "ISBN {isbn} (EPUB)",
			LCCN:           "LCCN {lccn}",
			Names:          "Nevek: {text}",
			Title:          "Cím: {text}",
			Description:    "Leírás: {text}",
			Identifiers:    "Azonosítók: {text}",
			Subjects:       "Tárgyszavak: {text}",
			Classification: "Osztályozás: {text}",
			Typeface:       "Betűtípus: {name}, a\u00A0SIL Open Font License szerint.",
			Typefaces:      "Betűtípusok: {names}, a\u00A0SIL Open Font License szerint.",
			SetIn:          "Betűtípus: {font}",
			DesignedBy:     " ({designer} terve)",
			MadeBy:         ". A\u00A0sorokat, az oldalakat és a\u00A0mutatókat a\u00A0kéziratból az octavo program készítette.",
		},
		Typescript: Typescript{Length: "mintegy {n}\u00A0szó", Chapter: "{n}. fejezet"},
		Review: Review{
			Notice:          "Korrektúra előtti olvasópéldány – nem eladó",
			Quotations:      "Ez a\u00A0példány korrektúra előtti. Kérjük, idézés előtt vesse össze a\u00A0szöveget a\u00A0kész könyvvel.",
			Unnamed:         "olvasópéldány",
			Front:           "Címlap",
			Data:            "Adatok",
			Changes:         "Változások",
			Title:           "Cím",
			Author:          "Szerző",
			Publisher:       "Kiadó",
			ISBN:            "ISBN",
			Trim:            "Méret",
			Pages:           "Oldalszám",
			PagesInPrint:    "Oldalszám nyomtatásban",
			Price:           "Ár",
			Publication:     "Megjelenés",
			Edition:         "Kiadás",
			Manuscript:      "Kézirat",
			Subjects:        "Témakörök",
			Contact:         "Kapcsolat",
			Comments:        "Észrevételek",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0hüvelyk)",
			InPrint:         "nyomtatott",
			AsEPUB:          "EPUB",
			ToCome:          "később közöljük",
			State:           "Kézirat: {revision}, {date}",
			DatedState:      "Kézirat: {revision}, {date}",
			BookPages:       "Az oldalak és az oldalszámok a\u00A0könyvéi. ",
			TypescriptPages: "Ez gépirat: az oldalai nem a\u00A0könyv oldalai. ",
			NumberedLines: "Minden {nth} sor mellett ott áll a\u00A0száma, hogy a\u00A0megjegyzésből kiderüljön, hová tartozik: „42. oldal, 17. sor”. " +
				"Ha bármely PDF-olvasóval ebbe a\u00A0fájlba jegyzetel, jegyzetei eljutnak a\u00A0kéziratba.",
			EveryLine: "egyes",
			Number:    "{n}. példány, összesen {of}",
			For:       "címzett",
			Reader:    "címzett: {name}",
			NumberFor: "{copy}, címzett: {name}",
			Drafts:    "Vázlatok: még nincsenek a\u00A0könyvben",
			Removed:   "innen kimaradt: {title}",
			TK:        "TK: pótlandó",
		},
		Changes: Changes{
			Since:           "Mi változott azóta: {state}",
			LastCopy:        "az Ön előző példánya, kézirat: {revision}",
			None:            "Semmi.",
			New:             "új",
			Removed:         "törölve",
			Moved:           "áthelyezve",
			Changed:         "módosítva",
			In:              "nyomtatásban {n}.\u00A0oldal",
			From:            "korábbi helye: „{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0új szó", Other: "{n}\u00A0új szó"},
			WordsGone:       Counted{One: "{n}\u00A0szó törölve", Other: "{n}\u00A0szó törölve"},
			OtherPicture:    "más kép",
			OtherForm:       "más alakban",
			OtherKeys:       "módosítva: {keys}",
			CrossReferences: "kereszthivatkozások",
		},
		Errata: Errata{
			Title:   "Hibajegyzék",
			Line:    "{n}. sor",
			ForRead: "{was} helyett {is} olvasandó",
			Delete:  "{was} törlendő",
			Insert:  "{is} beszúrandó",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0kártya", Other: "{n}\u00A0kártya"},
			Themes:      "Témák",
			Blank:       "Jegyezd fel",
			Deck:        "{title}: kártyák",
			AtAGlance:   "{title}: a\u00A0kártyák áttekintése",
			Proof:       "{title}: próbanyomat egy kártyáról",
			Calibration: "{title}: kalibrálás",
		},
		Sheets: Sheets{
			Front:      "{sheet} előlap",
			Back:       "{sheet} hátlap",
			Of:         "{n}/{of}",
			ProofFront: "előlap: {card}",
			ProofBack:  "hátlap",
			Ruler:      "Ez a\u00A0vonalzó {mm}\u00A0mm hosszú, ha a\u00A0kártya valódi méretű. Ha nem az, nyomtasson 100%-os méretben.",
			Jig:        "sablon",
			JigCard:    "kártya: {size}",
			JigCut:     "vágás a\u00A0szaggatott vonalon, {mm}\u00A0mm-rel kívül",
		},
		Laminating: hungarianLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kártyák, {service}",
			Choose:   "Válassza ezt a\u00A0kártyát: {card}. A\u00A0pakliban {n} van.",
			OwnBacks: "Adjon minden kártyának saját előlapot és saját hátlapot.",
			UploadPictures: "Töltse fel az előlapokat ({fronts}) számaik sorrendjében, majd a\u00A0hátlapokat ({backs}) " +
				"ugyanabban a\u00A0sorrendben: egy kártya elő- és hátlapjának ugyanaz a\u00A0száma.",
			UploadFile: "Töltse fel ezt: {file}. Minden laphoz egy oldala van, egy kártya hátlapja az előlapja előtt.",
			Unscaled:   "Ne engedjen semmit átméretezni: a\u00A0fájlok mérete helyes, körben {mm}\u00A0mm levágásával.",
			Finish:     "A\u00A0papír, a\u00A0felület és a\u00A0doboz szabadon választható: a\u00A0fájlok ugyanazok.",
			Preview:    "Nézzen meg minden kártyát az előnézetben, és egy paklit rendeljen, mielőtt sokat rendel.",
		},
		Calibrate: hungarianCalibration(),
		Ebook: Ebook{
			Landmarks:    "Tájékozódási pontok",
			Start:        "A\u00A0szöveg kezdete",
			PrintedPages: "A\u00A0nyomtatott kiadás oldalai",
			Pages:        "Oldalak",
			BackToText:   "Vissza a\u00A0szöveghez",
			CoverOf:      "Borító: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, nyomtatott kiadás",
			Identifier:   "A\u00A0kiadvány azonosítója",
		},
		Access: Accessibility{
			Text: "A\u00A0szöveg bármilyen méretben, betűtípussal és színnel megjeleníthető, a\u00A0képernyőolvasó vagy a\u00A0Braille-kijelző pedig " +
				"a\u00A0helyes sorrendben olvassa.",
			Ways:          " A\u00A0tájékozódást segíti: {ways}.",
			Contents:      "tartalomjegyzék",
			Headings:      "címsorok",
			Indexes:       "hivatkozásokkal ellátott mutatók",
			PageNumbers:   "a\u00A0nyomtatott kiadás oldalszámai",
			NoneDescribed: " A\u00A0képeknek nincs leírásuk.",
			SomeDescribed: " Néhány képnek nincs leírása.",
			AllDescribed:  " Minden képhez tartozik szöveges leírás.",
			OnlyCover:     " Az egyetlen kép a\u00A0borító, amelyhez szöveges leírás tartozik.",
			NoPictures:    " A\u00A0kiadványban nincsenek képek.",
			Tables:        " A\u00A0táblázatok oszlopainak van fejlécük.",
			Notes:         " A\u00A0jegyzetek és a\u00A0jegyzetjelek mindkét irányban össze vannak kapcsolva.",
			Still:         " Semmi sem mozog, nem villog és nem ad hangot.",
		},
		Rules:  hungarianRules(),
		Reader: hungarianReader(),
	}
}

func hungarianLaminating() Laminating {
	return Laminating{
		Label:      "laminálás",
		Title:      "Hogyan vágjuk ki és lamináljuk a\u00A0kártyákat",
		PlainLabel: "útmutató",
		PlainTitle: "Hogyan készüljenek a\u00A0kártyák",
		PrintBothSides: "Nyomtassa ki az {first}–{n}. oldalt kétoldalasan, valódi méretben (100%), a\u00A0nyomtatót {edge} él menti átfordításra állítva. " +
			"Tartsa a\u00A0lapot a\u00A0fény felé: minden hátlapnak az előlapja mögé kell esnie. Ha nem így van, az octavo cards calibrate parancs " +
			"megmutatja, mennyivel csúszott el.",
		PrintOneSide: "Nyomtassa ki az {first}–{n}. oldalt egyoldalasan, valódi méretben (100%).",
		LongEdge:     "hosszú",
		ShortEdge:    "rövid",
		Cut: "Az alábbi számok sorrendjében vágjon, mindig a\u00A0teljes lapon át, és tartsa meg a\u00A0darabok sorrendjét. A\u00A0kivágott kártya mérete: " +
			"{size}.",
		Break: "Törje szét a\u00A0(z) {stock} ívet a\u00A0perforáció mentén. A\u00A0kártya mérete: {size}.",
		Fold: "Az alábbi számok sorrendjében vágjon, majd hajtsa félbe mindegyik darabot a\u00A0szaggatott vonal mentén, a\u00A0nyomott oldalával " +
			"kifelé, és simítsa le a\u00A0hajtást.",
		Warm: "Várja meg, amíg a\u00A0laminálógép a\u00A0fóliához szükséges hőfokra melegszik, és a\u00A0tasakot a\u00A0zárt élével előre helyezze be. Hagyja " +
			"síkban feküdni, amíg kihűl.",
		LaySheet: "Minden lapot tegyen egy {pouch} méretű tasakba, egészen a\u00A0zárt élig tolva, úgy, hogy a\u00A0fólia a\u00A0többi oldalon egyenletesen " +
			"túlérjen.",
		OpenEdges: "Ezeknek a\u00A0kártyáknak nyitott az élük: ott szabadon van a\u00A0papír, és felszívja a\u00A0vizet. Tartsa őket szárazon, vagy legközelebb " +
			"előbb vágja ki a\u00A0kártyákat, és csak azután laminálja őket (laminate = \"cards\").",
		RoundCorners: "Laminálás előtt kerekítse le a\u00A0sarkokat körülbelül {mm}\u00A0mm sugarú sarokvágóval.",
		LayOnJig: "Fektesse a\u00A0nyitott, {pouch} méretű tasakot a\u00A0következő oldalon lévő sablonra, és minden keretébe tegyen egy kártyát. A\u00A0keretek " +
			"{mm}\u00A0mm-re vannak egymástól, így minden kártya körül fólia tapad fóliához.",
		CloseOnJig: "Csukja össze a\u00A0tasakot úgy, hogy a\u00A0kártyák ne mozduljanak el, és húzza ki a\u00A0sablont.",
		CutDashes: "A\u00A0szaggatott vonal mentén vágjon, {mm}\u00A0mm-rel minden kártyán kívül, és soha ne a\u00A0papírjába: a\u00A0kártya csak addig zárt, amíg " +
			"a\u00A0fólia körben túlér rajta.",
		LayCard: "Minden kártyát tegyen egy {pouch} méretű tasakba ({name}) úgy, hogy a\u00A0fólia körben egyenletesen túlérjen: a\u00A0keskenyebb oldalakon " +
			"{mm}\u00A0mm-rel.",
		KeepFilm: "Ne vágjon a\u00A0fóliába: a\u00A0kártya csak addig zárt, amíg a\u00A0fólia körben túlér rajta. Ha a\u00A0sarkai élesek, kerekítse le őket.",
		TestStock: "Nyomtassa ki a(z) {first}. oldalt közönséges papírra, és fény felé tartva illessze a(z) {stock} ívhez: " +
			"minden kártyának a\u00A0perforációján belül kell lennie.",
		FeedStock:    "Az íveket egyenként adagolja a\u00A0kézi tálcáról, és hagyja megszáradni a\u00A0festéket.",
		PunchCorners: "Kerekítse le a\u00A0sarkokat körülbelül {mm}\u00A0mm sugarú sarokvágóval.",
		Glue:         "Ragassza össze mindegyik kártya két felét, és hagyja nehezék alatt megszáradni.",
		OpenLines: "A(z) {program} programban állítsa az oldalt erre: {sheet}, nyissa meg ezt: {svg} (vagy ezt: {dxf}, ha nem " +
			"olvas SVG-t), és igazítsa a\u00A0vonalakat az oldal közepére. Együttes méretük {size}.",
		TypeMarks: "Kapcsolja be a\u00A0három sarok illesztőjeleit, és írja be, ami nyomtatva van: hosszúság {arm}\u00A0mm, " +
			"vastagság {thickness}\u00A0mm, távolság a\u00A0szélétől {inset}\u00A0mm.",
		CutByMachine: "Fektessen egy ívet a\u00A0vágóalátétre előlapjával felfelé, a\u00A0fekete négyzettel a\u00A0bal felső " +
			"sarokban, és hagyja, hogy a\u00A0gép megkeresse a\u00A0jeleket. Először közönséges papírt vágjon.",
		Upload: "A(z) {program} programba töltsön fel minden képet ({png}) lapos képként, Print Then Cut célra, és állítsa be " +
			"a\u00A0méretét: {size}. A\u00A0gép a\u00A0szélei mentén vág.",
		AttachLines: "Töltse fel ezt is: {svg}, helyezze a\u00A0vonalakat a\u00A0képre, középre, és kapcsolja össze " +
			"a\u00A0kettőt: a\u00A0gép a\u00A0vonalak mentén vág.",
		PrintThere: "Nyomtassa ki onnan valódi méretben (100%) erre: {sheet}, és először közönséges papírt vágjon.",
		PrintBacks: "Vágás előtt nyomtassa a\u00A0hátlapot a\u00A0túloldalra: a(z) {first}. oldal az első képé, és így tovább. " +
			"Az ív közepén áll: vigye oda a\u00A0képet, és az első ívet tartsa fény felé.",
	}
}

func hungarianCalibration() Calibration {
	return Calibration{
		Front:  "előlap",
		Back:   "hátlap",
		OnBack: "Ez a\u00A0kalibrálólap hátoldala. Fordítsa meg, és tartsa a\u00A0fény felé.",
		Title:  "Az előlapok mögé esnek a\u00A0hátlapok?",
		Print:  []string{"Nyomtassa ki ezt a\u00A0lapot kétoldalasan, ahogy a\u00A0kártyáit szokta:", "valódi méretben (100%), nem az oldalhoz igazítva."},
		Hold:   []string{"Tartsa az ablakhoz, ezzel az oldalával maga felé.", "A\u00A0hátoldal vonalai átlátszanak."},
		Read: []string{"Mind a\u00A0négy oldalon keresse meg a\u00A0hosszú skálának azt a\u00A0vonalát,",
			"amelyet a\u00A0hátoldal egy vonala folytat, és jegyezze fel a\u00A0számát.",
			"Két vonal között negyed milliméter van. A\u00A0hátoldal vastag vonala",
			"a\u00A0kis vonalzón mutatja, körülbelül melyik szám lesz az; ha 3-nál",
			"nagyobb, azt adja meg, majd nyomtassa ki újra ezt a\u00A0lapot."},
		Type: []string{"Írja be őket egy sorba, mínuszjellel, ahol az áll előttük:"},
		Shifted: [2]Pattern{"Hozzáadódnak ahhoz, ami a\u00A0hátlapot már eltolja: {right}\u00A0mm jobbra,",
			"{down}\u00A0mm lefelé és {degrees}\u00A0fok."},
		Top:      "fent",
		Bottom:   "lent",
		Left:     "balra",
		Right:    "jobbra",
		Reminder: []string{"A\u00A0fény felé tartva", "olvassa le a\u00A0számokat,", "ahol a\u00A0vonalak találkoznak:", "x vízszintes, y függőleges."},
	}
}

func hungarianRules() Rules {
	return Rules{
		Hyphenation:   Hyphenation{Patterns: "hyphenation/hu.txt", Before: 2, After: 2, Capitals: true},
		StaysWithNext: set("a A s S ő Ő"),
		Clinging: set(`a az egy s és vagy de hogy ha mint mert meg is nem ne csak még már se sem ki mi aki ami amely ahol amikor
			e ez ezek azok én te ő igen nagyon minden két
			van vannak volt voltak lesz lehet kell egyik másik három négy öt hat hét nyolc kilenc tíz száz ezer soha legyen`),
		Opening:      set(`és vagy de hogy ha mint mert ki mi aki ami amely ahol amikor akik amit akit akinek aminek amíg miért hogyan mikor hol pedig hanem`),
		BeforeNumber: set("kb. ca. lsd. vö. §-ok tel. nr. no. ún. szül. max. min."),
		BeforeName:   set("dr. prof. id. ifj. özv. szt. br. gr. hg. st. mr. mrs. sz. kir."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km ha mg g dkg kg q t ml cl dl l hl s p h kB MB GB TB Hz kHz MHz V W kW kWh Ft HUF € $ £ euró
			forint ezer millió milliárd E M Mrd oldal o sz. sz század db fő fok óra perc évf köt fejezet §`),
		Abbreviations: []string{"i.e.", "i.sz.", "Kr.e.", "Kr.u.", "i.m.", "s.k.", "h.n.", "é.n.", "u.o.", "n.b.", "P.S.", "sz.é.", "v.ö.", "f.é.", "f.hó"},
		NoSentenceEnd: set(`pl. ún. ill. stb. kb. ca. dr. Dr. prof. Prof. id. ifj. özv. szt. Szt. Kr. i. sz. u. e. old. o. köt. évf. fej. szerk. ford. vö. ld. lsd.
			szül. megh. tel. u. út. ker. max. min. febr. jan. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec. bp. Bp. é. n. m. k. ` + ordinalDays),
		Matter: map[string]string{"eloszo": "preface", "eloljaroban": "preface", "ajanlas": "foreword", "bevezeto": "introduction",
			"bevezetes": "introduction", "prologus": "prologue", "koszonetnyilvanitas": "acknowledgments", "koszonet": "acknowledgments",
			"epilogus": "epilogue", "utoszo": "afterword", "zaroszo": "conclusion", "befejezes": "conclusion", "osszegzes": "conclusion",
			"fuggelek": "appendix", "melleklet": "appendix", "kolofon": "colophon", "kepek-forrasa": "credits", "kepjegyzek": "credits",
			"errata": "errata", "hibajegyzek": "errata"},
		Articles: []string{"a", "az", "egy"},
		Letters:  "A B C Cs D Dz Dzs E F G Gy H I J K L Ly M N Ny O Ö P Q R S Sz T Ty U Ü V W X Y Z Zs",
		Repeated: set("nagyon igen nem na hej jó már egyre még csak úgy alig sok"),
		Joining:  set("a az egy és s vagy meg de hogy mint is nem"),
		Stem: stemBy(`okkal ekkel ákkal ékkel oknak eknek okban ekben ban ben ból ből ba be nak nek val vel on en ön ról ről ra re tól től hoz hez höz nál nél
			ért ig ként ok ek ök ák ék k ot et öt at át ét t om em öm am ám ém od ed öd ad ád éd a e á é ja je i s ás és ni ság ség ságot séget`),
	}
}

func hungarianReader() Reader {
	return Reader{
		Page:     []string{"oldal", "oldalon", "oldalszám", "o"},
		Line:     []string{"sor", "sorban"},
		On:       []string{"a", "az"},
		Days:     []string{"hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap"},
		HalfDays: []string{"de", "du"},
		Columns: Columns{
			Page:    []string{"oldal", "oldalszám", "old.", "o."},
			Line:    []string{"sor", "sorszám", "sor száma"},
			Comment: []string{"megjegyzés", "megjegyzések", "észrevétel", "észrevételek", "jegyzet", "jegyzetek", "javítás", "korrektúra"},
			Reader:  []string{"olvasó", "szerző", "név", "ki", "lektor"},
			Words:   []string{"szavak", "idézet", "szöveg", "szövegrész", "kiemelés", "kijelölt szöveg"},
			New:     []string{"csere", "helyesen", "erre cserélendő", "új szöveg"},
			File:    []string{"fájl"},
			Row:     []string{"fájl sora"},
			Date:    []string{"dátum", "létrehozva"},
			Heading: []string{"fejezet", "szakasz", "címsor", "szócikk"},
			Book:    []string{"cím", "könyv", "könyvcím"},
		},
		Labels: Labels{
			Passage: []string{"kiemelés", "idézet", "szöveg", "szövegrész"},
			Heading: []string{"fejezet", "szakasz"},
			Comment: []string{"jegyzet", "megjegyzés", "észrevétel", "jegyzetem"},
		},
		Kindle: Kindle{
			Page:     []string{"oldal"},
			Location: []string{"hely", "pozíció"},
			Added:    []string{"hozzáadva"},
			Note:     []string{"jegyzet"},
			Bookmark: []string{"könyvjelző"},
		},
		Excerpts: []string{"Részlet a következőből"},
		Anybody:  []string{"felhasználó", "vendég", "rendszergazda", "tulajdonos", "ismeretlen", "olvasó", "én", "szerző", "névtelen"},
	}
}

// hungarianOrdinals are ordinal numbers: they have no endings.
var hungarianOrdinals = ordinals{
	first: "első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik tizenegyedik tizenkettedik tizenharmadik " +
		"tizennegyedik tizenötödik tizenhatodik tizenhetedik tizennyolcadik tizenkilencedik",
	tens:   "huszadik harmincadik negyvenedik ötvenedik hatvanadik hetvenedik nyolcvanadik kilencvenedik",
	before: "huszon harminc negyven ötven hatvan hetven nyolcvan kilencven",
	after:  "egyedik kettedik harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik",
}

package lang

import "strconv"

// icelandic returns the words and rules of Icelandic.
func icelandic() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"„", "“"},
			Inner: Marks{"‚", "‘"},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      icelandicWord,
			PartWord:  func(n int) string { return Capital(nth(icelandicOrdinals[:], n)) },
			Ordinal:   icelandicEach,
			Ordinals:  func(n int) []string { return []string{nth(icelandicOrdinals[:], n)} },
			Date:      "{day}.\u00A0{month} {year}",
			Months: [12]string{"janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "september", "október", "nóvember",
				"desember"},
		},
		Lists: Lists{Comma: ", ", And: " og ", Names: " og ", Abridged: "{name} o.fl."},
		Titles: Titles{
			Contents:      "Efnisyfirlit",
			ByTheme:       "{entries} eftir efni",
			ByFirstWords:  "{entries} eftir upphafsorðum",
			Subjects:      "Atriðisorðaskrá",
			Notes:         "Athugasemdir",
			OtherThemes:   "Annað",
			NumberedPart:  "Hluti {n}",
			PartInWords:   "{n} hluti",
			Untitled:      "Án titils",
			Cover:         "Kápa",
			TitlePage:     "Titilsíða",
			Copyright:     "Útgáfuupplýsingar",
			Dedication:    "Tileinkun",
			Epigraph:      "Einkunnarorð",
			Colophon:      "Um letur bókarinnar",
			AboutThisCopy: "Um þetta eintak",
		},
		References: References{
			See:             "sjá",
			Page:            "blaðsíða\u00A0{n}",
			PageAbbreviated: "bls.\u00A0{n}",
			Maxim:           "spakmæli\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Tölurnar eru ekki blaðsíðutöl heldur númer: {entries} eru tölusett frá upphafi bókar til enda.",
			HeadingSee:      "Sjá",
			HeadingSeeAlso:  "Sjá einnig",
		},
		Notes: Notes{
			ToPage:  "Athugasemdir við bls.\u00A0{page}",
			ToPages: "Athugasemdir við bls.\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Athugið",
			Tip:        "Ábending",
			Important:  "Mikilvægt",
			Warning:    "Viðvörun",
			Caution:    "Varúð",
			Example:    "Dæmi",
			Exercise:   "Æfing",
			Question:   "Spurning",
			Discussion: "Til umræðu",
			Summary:    "Samantekt",
		},
		Tables: Tables{
			Continued: "{caption} (frh.)",
			Goes:      "(frh.)",
			Turned:    "Taflan er annars staðar: {page}.",
		},
		Figures: Figures{
			Figure: "mynd\u00A0{n}", Table: "tafla\u00A0{n}",
			FigureLabel: "Mynd\u00A0{n}.", TableLabel: "Tafla\u00A0{n}.",
			Figures: "Myndir", Tables: "Töflur",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mím", Plural: "mím", Means: "hugsun til að bera áfram"},
				"metaphor": {Name: "myndhverfing", Plural: "myndhverfingar", Means: "eitt séð sem annað", Line: "{tenor} sem {vehicle}"},
			},
			Maxims:     "spakmæli",
			Entries:    "uppflettiatriði",
			Themes:     "Efni",
			Audience:   "Fyrir:",
			Card:       "spjald: {text}",
			Draft:      "DRÖG",
			DraftOnly:  "Drög: ekki enn í bókinni.",
			Drafts:     "Drög: ",
			DraftFolio: "D{n}",
			Picture:    "[mynd: {alt}]",
		},
		Makers: Makers{
			By: "{names}",
			Credits: map[string]Pattern{"edt": "{name} ritstýrði", "ill": "{name} myndskreytti", "trl": "{name} þýddi",
				"aui": "{name} ritaði inngang", "aft": "{name} ritaði eftirmála", "pht": "{name} tók ljósmyndir",
				"art": "{name} gerði myndir", "win": "{name} ritaði inngang", "wpr": "{name} ritaði formála",
				"bkd": "{name} hannaði bókina", "cov": "{name} hannaði kápu", "dsr": "{name} hannaði", "com": "{name} tók saman"},
			Roles: map[string]string{"aut": "höfundur", "edt": "ritstjóri", "ill": "myndhöfundur", "trl": "þýðandi",
				"aui": "höfundur inngangs", "pht": "ljósmyndari", "bkd": "bókarhönnuður", "nrt": "lesari"},
			Contributor: "annar höfundur",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nöfn: {text}",
			Title:          "Titill: {text}",
			Description:    "Lýsing: {text}",
			Identifiers:    "Auðkenni: {text}",
			Subjects:       "Efnisorð: {text}",
			Classification: "Flokkun: {text}",
			Typeface:       "Letur: {name}, með leyfinu SIL Open Font License.",
			Typefaces:      "Letur: {names}, með leyfinu SIL Open Font License.",
			SetIn:          "Letur: {font}",
			DesignedBy:     ", hönnuður {designer}",
			MadeBy:         ". Línur, síður og skrár gerði octavo eftir handriti höfundar.",
		},
		Typescript: Typescript{Length: "um {n} orð", Chapter: "Kafli {n}"},
		Review: Review{
			Notice:          "Óleiðrétt kynningareintak – ekki til sölu",
			Quotations:      "Þetta er óleiðrétt kynningareintak. Vinsamlegast berið allar tilvitnanir saman við fullbúna bók.",
			Unnamed:         "kynningareintak",
			Front:           "Forsíða",
			Data:            "Upplýsingar",
			Changes:         "Breytingar",
			Title:           "Titill",
			Author:          "Höfundur",
			Publisher:       "Útgefandi",
			ISBN:            "ISBN",
			Trim:            "Brot",
			Pages:           "Blaðsíður",
			PagesInPrint:    "Blaðsíður á prenti",
			Price:           "Verð",
			Publication:     "Kemur út",
			Edition:         "Útgáfa",
			Manuscript:      "Handrit",
			Subjects:        "Efni",
			Contact:         "Tengiliður",
			Comments:        "Athugasemdir",
			TrimSize:        "{millimetres} mm ({inches} tommur)",
			InPrint:         "prentuð bók",
			AsHardcover:     "innbundin bók",
			InPaper:         "kilja",
			AsEPUB:          "rafbók",
			ToCome:          "auglýst síðar",
			State:           "Handrit {revision}, {date}",
			DatedState:      "Handrit {revision}, {date}",
			BookPages:       "Síður og blaðsíðutöl eru þau sömu og í bókinni. ",
			TypescriptPages: "Þetta er vélritað handrit: síður þess eru ekki síður bókarinnar. ",
			NumberedLines: "Línunúmer er við {nth} línu á síðu svo að athugasemd geti sagt hvar hún á heima: „blaðsíða 42, lína 17“. " +
				"Athugasemdir, sem ritaðar eru í þetta skjal með hvaða PDF-lesara sem er, rata til handritsins.",
			EveryLine: "hverja einustu",
			Number:    "Eintak {n} af {of}",
			For:       "handa",
			Reader:    "viðtakandi: {name}",
			NumberFor: "{copy}, viðtakandi: {name}",
			Drafts:    "Drög: ekki enn í bókinni",
			Removed:   "fellt brott á eftir þessu: {title}",
			TK:        "TK: kemur síðar",
		},
		Changes: Changes{
			Since:           "Breytingar frá því sem áður var: {state}",
			LastCopy:        "síðasta eintak þitt, handrit {revision}",
			None:            "Engar.",
			New:             "nýtt",
			Removed:         "fellt brott",
			Moved:           "fært",
			Changed:         "breytt",
			In:              "á prenti bls. {n}",
			From:            "úr „{chapter}“",
			WordsNew:        Counted{One: "{n} nýtt orð", Other: "{n} ný orð"},
			WordsGone:       Counted{One: "{n} orð fellt brott", Other: "{n} orð felld brott"},
			OtherPicture:    "önnur mynd",
			OtherForm:       "í annarri mynd",
			OtherKeys:       "breytt: {keys}",
			CrossReferences: "millivísanir",
		},
		Errata: Errata{
			Title:   "Leiðréttingar",
			Line:    "lína\u00A0{n}",
			ForRead: "í stað {was} komi {is}",
			Delete:  "{was} falli brott",
			Insert:  "{is} bætist við",
		},
		Trade: Trade{
			Sheet:        "Upplýsingar um titil",
			About:        "Um bókina",
			AboutAuthor:  "Um höfundinn",
			AboutAuthors: "Um höfundana",
			FromTheBook:  "Úr bókinni",
			Inside:       "Litið inn í bókina",
			Order:        "Pantanir",
			Series:       "Ritröð",
			Rights:       "Réttindi",
			Excerpt:      "Sýnishorn",
			ExcerptOf:    "{title} (sýnishorn)",
			IsExcerpt:    "Þetta var sýnishorn úr bókinni: {title}.",
			WholeBook:    "Öll bókin",
		},
		Answers: Answers{
			Title:    "Athugasemdir þínar",
			Thanks:   "Þakka þér fyrir svo vandlegan lestur. Svona fór um athugasemdir þínar.",
			At:       "blaðsíða\u00A0{page}, lína\u00A0{line}",
			Taken:    "tekið til greina",
			Changed:  "breytt á annan hátt",
			Declined: "óbreytt",
			Open:     "enn óafgreitt",
			Gone:     "ekki lengur í bókinni",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n} spjald", Other: "{n} spjöld"},
			Themes:      "Efni",
			Blank:       "Skrifaðu þetta hjá þér",
			Deck:        "{title}: spjöld",
			AtAGlance:   "{title}: spjöldin í hnotskurn",
			Proof:       "{title}: próförk af spjaldi",
			Calibration: "{title}: kvörðun",
		},
		Sheets: Sheets{
			Front:      "{sheet} framhlið",
			Back:       "{sheet} bakhlið",
			Of:         "{n} af {of}",
			ProofFront: "framhlið: {card}",
			ProofBack:  "bakhlið",
			Ruler:      "Reglustikan er {mm} mm löng þegar spjaldið er í réttri stærð. Sé hún það ekki skal prenta í 100\u00A0%.",
			Jig:        "mát",
			JigCard:    "spjald, {size}",
			JigCut:     "skerið eftir strikunum, {mm} mm utan við spjaldið",
		},
		Laminating: icelandicLaminating(),
		Ordering: Ordering{
			Title:    "{title}: spjöld fyrir {service}",
			Choose:   "Veljið þetta spjald: {card}. Stokkurinn hefur {n}.",
			OwnBacks: "Gefið hverju spjaldi sína framhlið og sína bakhlið.",
			UploadPictures: "Hlaðið upp framhliðunum ({fronts}) í númeraröð og síðan bakhliðunum ({backs}) í sömu röð: framhlið " +
				"og bakhlið spjalds hafa sama númer.",
			UploadFile: "Hlaðið upp {file}. Þar er síða fyrir hverja hlið, bakhlið spjalds á undan framhliðinni.",
			Unscaled:   "Látið ekkert kvarða: skrárnar hafa rétta stærð, með {mm}\u00A0mm allan hringinn sem skerast af.",
			Finish:     "Pappír, áferð og öskju má velja frjálst: skrárnar eru þær sömu.",
			Preview:    "Skoðið hvert spjald í forskoðun og pantið einn stokk áður en þið pantið marga.",
		},
		Calibrate: icelandicCalibration(),
		Ebook: Ebook{
			Landmarks:    "Kennileiti",
			Start:        "Upphaf textans",
			PrintedPages: "Síður prentuðu bókarinnar",
			Pages:        "Blaðsíður",
			BackToText:   "Aftur í textann",
			CoverOf:      "Bókarkápa: {title}",
			CoverBy:      ", {names}",
			PrintedBook:  "{title}, prentuð bók",
			Identifier:   "Auðkenni útgáfunnar",
		},
		Access: Accessibility{
			Text: "Stærð, letur og lit textans má velja að vild, og skjálesari eða blindraletursskjár les hann í réttri " +
				"röð.",
			Ways:          " Til að rata um bókina eru {ways}.",
			Contents:      "efnisyfirlit",
			Headings:      "fyrirsagnir",
			Indexes:       "skrár með tenglum",
			PageNumbers:   "blaðsíðutöl prentuðu bókarinnar",
			NoneDescribed: " Engin lýsing fylgir myndunum.",
			SomeDescribed: " Sumum myndanna fylgir engin lýsing.",
			AllDescribed:  " Hverri mynd er lýst með orðum.",
			OnlyCover:     " Eina myndin er kápan, sem lýst er með orðum.",
			NoPictures:    " Engar myndir eru í bókinni.",
			Tables:        " Dálkar taflna hafa heiti.",
			Notes:         " Athugasemdir eru tengdar við tilvísunarmerki sín og til baka.",
			Still:         " Ekkert hreyfist, blikkar eða gefur frá sér hljóð.",
			Statement: Statement{
				Title:       "Yfirlýsing um aðgengi",
				Reading:     "Leiðir til lesturs",
				Navigation:  "Leiðsögn",
				Hazards:     "Hættur",
				Conformance: "Samræmi",
				Contact:     "Samband",
				Meets:       "Þessi útgáfa uppfyllir {standard}. Vottað af: {name}.",
				Unclaimed:   "Enginn hefur vottað að þessi útgáfa uppfylli staðal um aðgengi.",
				WriteTo:     "Spurningar og ábendingar um aðgengi: {address}",
				Made:        "Dagsetning yfirlýsingar: {date}",
				Formulas:    " Formúlur eru gefnar sem MathML.",
			},
		},
		Rules:  icelandicRules(),
		Reader: icelandicReader(),
	}
}

func icelandicLaminating() Laminating {
	return Laminating{
		Label:      "plöstun",
		Title:      "Hvernig spjöldin eru skorin og plöstuð",
		PlainLabel: "leiðbeiningar",
		PlainTitle: "Hvernig spjöldin eru gerð",
		PrintBothSides: "Prentið síður {first} til {n} báðum megin í réttri stærð (100\u00A0%) og stillið prentarann á að snúa örkinni um " +
			"{edge} kantinn. Haldið örk upp að ljósi: hver bakhlið á að vera bak við framhlið sína. Sé hún það ekki sýnir octavo cards " +
			"calibrate hve miklu munar.",
		PrintOneSide: "Prentið síður {first} til {n} öðrum megin í réttri stærð (100\u00A0%).",
		LongEdge:     "langa",
		ShortEdge:    "stutta",
		Cut: "Skerið í röð eftir númerunum hér að neðan, alltaf í gegnum alla örkina, og haldið bútunum í réttri röð. Skorið spjald er " +
			"{size}.",
		Break: "Brjótið örkina {stock} í sundur eftir götuninni. Spjald er {size}.",
		Fold: "Skerið í röð eftir númerunum hér að neðan, brjótið síðan hvern bút um strikalínuna með prentið út og þrýstið brotinu " +
			"sléttu.",
		Warm: "Látið plöstunarvélina hitna eins og filman krefst og stingið vasanum inn með lokaða kantinn á undan. Látið hann liggja " +
			"flatan þar til hann er kaldur.",
		LaySheet: "Leggið hverja örk í vasa, {pouch}, alveg inn að lokaða kantinum, svo að filman nái jafnlangt út fyrir á hinum " +
			"hliðunum.",
		OpenEdges: "Kantar þessara spjalda eru opnir: þar er pappírinn ber og drekkur í sig vatn. Haldið þeim þurrum, eða skerið spjöldin " +
			"fyrst næst og plastið þau á eftir (laminate = \"cards\").",
		RoundCorners: "Rúnnið hornin með hornaskera, um það bil {mm} mm, áður en filman er lögð á.",
		LayOnJig: "Leggið opna vasann, {pouch}, á mátið, sem er á næstu síðu, og spjald á hvern ramma þess. Milli rammanna eru {mm} mm, svo " +
			"að filma mæti filmu allt í kringum hvert spjald.",
		CloseOnJig: "Lokið vasanum án þess að hreyfa spjöldin og dragið mátið út.",
		CutDashes: "Skerið eftir strikunum, {mm} mm utan við hvert spjald og aldrei inn í pappírinn: spjald helst aðeins þétt meðan filman nær " +
			"út fyrir það allan hringinn.",
		LayCard: "Leggið hvert spjald í vasa, {pouch} ({name}), svo að filman nái jafnlangt út fyrir allan hringinn: {mm} mm á mjórri " +
			"hliðunum.",
		KeepFilm: "Skerið ekki í filmuna: spjald helst aðeins þétt meðan filman nær út fyrir það allan hringinn. Rúnnið horn filmunnar ef þau " +
			"eru hvöss.",
		TestStock: "Prentið síðu\u00A0{first} á venjulegan pappír og haldið henni upp að ljósi við örkina {stock}: hvert spjald " +
			"verður að vera innan götunar sinnar.",
		FeedStock:    "Setjið eina örk í einu í handvirka bakkann og látið prentið þorna.",
		PunchCorners: "Rúnnið hornin með hornaskera, um það bil {mm}\u00A0mm.",
		Glue:         "Límið báða helminga hvers spjalds saman og látið þá þorna undir fargi.",
		OpenLines: "Stillið síðuna í {program} á {sheet}, opnið {svg} (eða {dxf}, þar sem það les ekki SVG) og miðjið línurnar " +
			"á síðunni. Saman mælast þær {size}.",
		TypeMarks: "Kveikið á stillimerkjum í þremur hornum og sláið inn það sem prentað er: lengd {arm}\u00A0mm, þykkt " +
			"{thickness}\u00A0mm, bil frá brún {inset}\u00A0mm.",
		CutByMachine: "Leggið örk á mottuna með framhliðina upp og svarta ferninginn efst til vinstri og látið vélina leita " +
			"merkjanna. Skerið fyrst örk af venjulegum pappír.",
		Upload: "Hlaðið hverri mynd {png} upp í {program} sem flatri mynd fyrir Print Then Cut og stillið stærðina: {size}. " +
			"Vélin sker eftir brúnunum.",
		AttachLines: "Hlaðið einnig upp {svg}, leggið línurnar á miðja myndina og festið hvort við annað: vélin sker eftir " +
			"línunum.",
		PrintThere: "Prentið hana þaðan á {sheet} í réttri stærð (100\u00A0%) og skerið fyrst örk af venjulegum pappír.",
		PrintBacks: "Prentið bakhliðina á hina hliðina áður en skorið er: síða\u00A0{first} á við fyrstu myndina og svo " +
			"framvegis. Hún er á miðri örkinni: færið myndina þangað og berið fyrstu örkina upp að ljósi.",
	}
}

func icelandicCalibration() Calibration {
	return Calibration{
		Front:  "framhlið",
		Back:   "bakhlið",
		OnBack: "Bakhlið kvörðunararkarinnar. Snúið örkinni við og haldið henni upp að ljósi.",
		Title:  "Eru bakhliðarnar bak við framhliðarnar?",
		Print: []string{"Prentið þessa örk báðum megin eins og þið prentið spjöldin:",
			"í réttri stærð (100\u00A0%), ekki lagaða að síðunni."},
		Hold: []string{"Haldið henni upp að glugga með þessa hlið að ykkur.", "Línur bakhliðarinnar sjást í gegn."},
		Read: []string{"Finnið á hverri hinna fjögurra hliða það strik á langa kvarðanum",
			"sem heldur beint áfram í striki bakhliðarinnar og skrifið töluna.",
			"Á milli strika er fjórðungur úr millimetra. Þykka strik bakhliðar",
			"sýnir á litlu reglustikunni um það bil hvaða tala það verður;",
			"sé hún hærri en 3, sláið hana inn og prentið örkina aftur á eftir."},
		Type: []string{"Sláið tölurnar inn í einni línu, með mínus þar sem hann er:"},
		Shifted: [2]Pattern{"Þær bætast við það sem þegar færir þessa bakhlið:",
			"{right} mm til hægri, {down} mm niður og {degrees} gráður."},
		Top:      "efst",
		Bottom:   "neðst",
		Left:     "vinstri",
		Right:    "hægri",
		Reminder: []string{"Lesið við ljós tölurnar", "þar sem strikin mætast:", "x er þvert, y er niður."},
	}
}

func icelandicRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/is.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`sá sú það þeir þær þau
			á af að án eftir frá fram fyrir hjá í inn með meðal milli móti mót niður ofan og til um undan undir upp úr út utan við vegna
			yfir
			eða en heldur því þó svo sem er þegar ef hvort nema meðan
			minn mín mitt þinn þín þitt sinn sín sitt hans hennar þess okkar ykkar þeirra ekki mjög
			ég þú hann hún þið eru var voru vera hefur hafa hafði verður skal má vil getur þessi þetta þessir allir enginn ekkert tveir tvær tvö þrír
			þrjár þrjú fjórir fimm sex sjö átta níu tíu tólf hundrað þúsund aldrei`),
		Opening:      set(`en eða heldur því þó svo sem er þegar ef hvort nema meðan hver hvað hvernig hvers og að áður`),
		BeforeNumber: set("bls. nr. nr bd. kafli mynd tafla gr. § §§ árg. tbl. kl. s. um f. d. ca."),
		BeforeName:   set("dr. próf. hr. frú sr. séra st. ing. cand. mag."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km ha mg g kg t ml cl dl l L s mín. klst. h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ kr. króna
			krónur evrur millj. milljónir ma. e.Kr. f.Kr. ára ár`),
		NoSentenceEnd: set(`t.d. m.a. þ.e. þ.e.a.s. s.s. a.m.k. m.ö.o. þ.m.t. sbr. bls. nr. kl. u.þ.b. skv. próf. dr. Dr. sr. Sr. hr. f. d. t. m. þ. e.
			a. s. ísl. lat. ritstj. þýð. útg. ` + ordinalDays),
		Matter: map[string]string{"formali": "preface", "formalsord": "preface", "adfaraord": "foreword", "inngangur": "introduction",
			"forspjall": "prologue", "thakkir": "acknowledgments", "thakkarord": "acknowledgments", "eftirmali": "afterword",
			"lokaord": "conclusion", "nidurstodur": "conclusion", "nidurlag": "conclusion", "vidauki": "appendix", "vidaukar": "appendix",
			"myndaskra": "credits", "leidrettingar": "errata"},
		Chapter:  []string{"kaflinn"},
		Part:     []string{"hlutinn"},
		Letters:  "A Á B C D Ð E É F G H I Í J K L M N O Ó P Q R S T U Ú V W X Y Ý Z Þ Æ Ö",
		Repeated: set("mjög svo já nei það sem að og er"),
		Joining:  set("og eða af í á til frá með fyrir um við úr hinn hin hið"),
		Stem:     stemBy("anna unum inum ingar ingu ing arnar irnar urnar inn in ið um ar ir ur a i u s"),
	}
}

func icelandicReader() Reader {
	return Reader{
		Page: []string{"blaðsíða", "blaðsíðu", "síða", "síðu", "bls", "s"},
		Line: []string{"lína", "línu", "línur", "l"},
		On:   []string{"á"},
		Days: []string{"mánudagur", "þriðjudagur", "miðvikudagur", "fimmtudagur", "föstudagur", "laugardagur", "sunnudagur"},
		Columns: Columns{
			Page:    []string{"blaðsíða", "bls", "bls.", "síða", "blaðsíðutal"},
			Line:    []string{"lína", "línunúmer"},
			Comment: []string{"athugasemd", "athugasemdir", "ábending", "leiðrétting", "minnispunktur"},
			Reader:  []string{"lesandi", "nafn", "hver", "höfundur", "frá"},
			Words:   []string{"orð", "tilvitnun", "texti", "yfirstrikun", "staður"},
			New:     []string{"nýtt", "á að vera", "kemur í staðinn"},
			File:    []string{"skrá"},
			Row:     []string{"lína í skrá"},
			Date:    []string{"dagsetning", "búið til"},
			Heading: []string{"kafli", "fyrirsögn", "undirkafli"},
			Book:    []string{"titill", "bók", "titill bókar"},
		},
		Labels: Labels{
			Passage: []string{"yfirstrikun", "tilvitnun", "texti"},
			Heading: []string{"kafli", "undirkafli"},
			Comment: []string{"athugasemd", "minnispunktur"},
		},
		Kindle: Kindle{
			Page:     []string{"blaðsíða", "síða"},
			Location: []string{"staðsetning"},
			Added:    []string{"bætt við"},
			Note:     []string{"athugasemd"},
		},
		Excerpts: []string{"Öll brot úr"},
		Anybody:  []string{"notandi", "gestur", "stjórnandi", "eigandi", "óþekktur", "lesandi", "ég", "höfundur", "nafnlaus"},
	}
}

var (
	icelandicNumbers = [...]string{"", "einn", "tveir", "þrír", "fjórir", "fimm", "sex", "sjö", "átta", "níu", "tíu", "ellefu", "tólf", "þrettán",
		"fjórtán", "fimmtán", "sextán", "sautján", "átján", "nítján"}
	icelandicTens     = [...]string{"", "", "tuttugu", "þrjátíu", "fjörutíu", "fimmtíu", "sextíu", "sjötíu", "áttatíu", "níutíu"}
	icelandicOrdinals = [...]string{"", "fyrsti", "annar", "þriðji", "fjórði", "fimmti", "sjötti", "sjöundi", "áttundi", "níundi", "tíundi",
		"ellefti", "tólfti", "þrettándi", "fjórtándi", "fimmtándi", "sextándi", "sautjándi", "átjándi", "nítjándi", "tuttugasti"}
	icelandicFeminine = [...]string{"", "fyrstu", "aðra", "þriðju", "fjórðu", "fimmtu", "sjöttu", "sjöundu", "áttundu", "níundu", "tíundu",
		"elleftu", "tólftu"}
)

// icelandicWord returns a number from 1 to 99 in words.
func icelandicWord(n int) string {
	if n > 20 && n < 100 && n%10 != 0 {
		return Capital(icelandicTens[n/10]) + " og " + icelandicNumbers[n%10]
	}
	return tensFirst(icelandicNumbers[:], icelandicTens[:], n)
}

// icelandicEach returns an ordinal number with the word that makes it "each second", in words up to the twelfth.
func icelandicEach(n int) string {
	if n > 0 && n < len(icelandicFeminine) {
		return icelandicFeminine[n] + " hverja"
	}
	return strconv.Itoa(n) + ". hverja"
}

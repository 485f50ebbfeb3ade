package lang

import "strings"

// esperanto returns the words and rules of Esperanto.
func esperanto() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"“", "”"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"‹", "›"}}},
		},
		Spacing: Spacing{Number: "\u202F", Dialog: true},
		Numbers: Numbers{
			Thousands: "\u202F",
			Decimal:   ",",
			Word:      esperantoWord,
			PartWord:  esperantoOrdinal,
			Ordinal:   ordinalBy(esperantoOrdinal, "-a"),
			Ordinals:  func(n int) []string { return []string{strings.ToLower(esperantoOrdinal(n))} },
			Date:      "la {day}-a de {month} {year}",
			Months: [12]string{"Januaro", "Februaro", "Marto", "Aprilo", "Majo", "Junio", "Julio", "Aŭgusto", "Septembro", "Oktobro",
				"Novembro", "Decembro"},
			Plural: pluralBy(func(word string) string {
				if strings.HasSuffix(word, "o") || strings.HasSuffix(word, "a") {
					return word + "j"
				}
				return word
			}, "de da pri por per en el al sur sub kun sen je ĉe kaj aŭ kiel"),
		},
		Lists: Lists{Comma: ", ", And: " kaj ", Names: " kaj ", Abridged: "{name} k.\u00A0a."},
		Titles: Titles{
			Contents:      "Enhavo",
			ByTheme:       "{entries} laŭ temoj",
			ByFirstWords:  "{entries} laŭ komencaj vortoj",
			Subjects:      "Temindekso",
			Notes:         "Notoj",
			OtherThemes:   "Aliaj",
			NumberedPart:  "Parto {n}",
			PartInWords:   "{n} parto",
			Untitled:      "Sen titolo",
			Cover:         "Kovrilo",
			TitlePage:     "Titolpaĝo",
			Copyright:     "Kopirajto",
			Dedication:    "Dediĉo",
			Epigraph:      "Epigrafo",
			Colophon:      "Kolofono",
			AboutThisCopy: "Pri ĉi tiu ekzemplero",
		},
		References: References{
			See:             "vidu",
			Page:            "paĝo\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "maksimo\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "La numeroj estas tiuj de la {entries}.",
			HeadingSee:      "Vidu",
			HeadingSeeAlso:  "Vidu ankaŭ",
		},
		Notes: Notes{
			ToPage:  "Notoj al paĝo\u00A0{page}",
			ToPages: "Notoj al paĝoj\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Noto",
			Tip:        "Konsilo",
			Important:  "Grave",
			Warning:    "Averto",
			Caution:    "Atentu",
			Example:    "Ekzemplo",
			Exercise:   "Ekzerco",
			Question:   "Demando",
			Discussion: "Por diskuti",
			Summary:    "Resumo",
		},
		Tables: Tables{
			Continued: "{caption} (daŭrigo)",
			Goes:      "(daŭrigo)",
			Turned:    "La tabelo troviĝas sur {page}.",
		},
		Figures: Figures{
			Figure: "figuro\u00A0{n}", Table: "tabelo\u00A0{n}",
			FigureLabel: "Figuro\u00A0{n}.", TableLabel: "Tabelo\u00A0{n}.",
			Figures: "Listo de figuroj", Tables: "Listo de tabeloj",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "memeo", Plural: "memeoj", Means: "penso por plu doni"},
				"metaphor": {Name: "metaforo", Plural: "metaforoj", Means: "unu afero vidata kiel alia", Line: "{tenor} kiel {vehicle}"},
			},
			Maxims:     "maksimoj",
			Entries:    "artikoloj",
			Themes:     "Temoj",
			Audience:   "Por",
			Card:       "karto: {text}",
			Draft:      "MALNETO",
			DraftOnly:  "Malneto: ankoraŭ ne en la libro.",
			Drafts:     "Malnetoj: ",
			DraftFolio: "M{n}",
			Picture:    "[bildo: {alt}]",
		},
		Makers: Makers{
			By: "de {names}",
			Credits: map[string]Pattern{"edt": "Redaktis {name}", "ill": "Ilustris {name}", "trl": "Tradukis {name}",
				"aui": "Enkondukon verkis {name}", "aft": "Postparolon verkis {name}", "pht": "Fotis {name}", "art": "Bildojn faris {name}",
				"win": "Enkondukon verkis {name}", "wpr": "Antaŭparolon verkis {name}", "bkd": "Libron aranĝis {name}",
				"cov": "Kovrilon desegnis {name}", "dsr": "Grafike aranĝis {name}", "com": "Kompilis {name}"},
			Roles: map[string]string{"aut": "aŭtoro", "edt": "redaktoro", "ill": "ilustristo", "trl": "tradukinto",
				"aui": "aŭtoro de la enkonduko", "pht": "fotisto", "bkd": "libroaranĝisto", "nrt": "laŭtleganto"},
			Contributor: "kontribuinto",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nomoj: {text}",
			Title:          "Titolo: {text}",
			Description:    "Priskribo: {text}",
			Identifiers:    "Identigiloj: {text}",
			Subjects:       "Temoj: {text}",
			Classification: "Klasifiko: {text}",
			Typeface:       "Kompostita per {name}, tiparo laŭ la permesilo SIL Open Font License.",
			Typefaces:      "Kompostita per {names}, tiparoj laŭ la permesilo SIL Open Font License.",
			SetIn:          "Kompostita per {font}",
			DesignedBy:     ", tiparo de {designer}",
			MadeBy:         ". Liniojn, paĝojn kaj indeksojn faris octavo el la manuskripto de la aŭtoro.",
		},
		Typescript: Typescript{Length: "ĉirkaŭ {n}\u00A0vortoj", Chapter: "Ĉapitro {n}"},
		Review: Review{
			Notice:          "Nekorektita provpreso — Ne por vendo",
			Quotations:      "Ĉi tio estas nekorektita provpreso. Bonvolu kontroli ĉiujn citaĵojn en la preta libro.",
			Unnamed:         "recenza ekzemplero",
			Front:           "Fronto",
			Data:            "Informoj",
			Changes:         "Ŝanĝoj",
			Title:           "Titolo",
			Author:          "Aŭtoro",
			Publisher:       "Eldonejo",
			ISBN:            "ISBN",
			Trim:            "Formato",
			Pages:           "Paĝoj",
			PagesInPrint:    "Presitaj paĝoj",
			Price:           "Prezo",
			Publication:     "Apero",
			Edition:         "Eldono",
			Manuscript:      "Manuskripto",
			Subjects:        "Temoj",
			Contact:         "Kontakto",
			Comments:        "Rimarkoj",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0coloj)",
			InPrint:         "papera",
			AsHardcover:     "bindita",
			InPaper:         "broŝurita",
			AsEPUB:          "EPUB",
			ToCome:          "anoncota",
			State:           "Manuskripto {revision}, {date}",
			DatedState:      "Manuskripto {revision}, {date}",
			BookPages:       "La paĝoj kaj iliaj numeroj estas tiuj de la libro. ",
			TypescriptPages: "Ĉi tio estas tajpaĵo: ĝiaj paĝoj ne estas tiuj de la libro. ",
			NumberedLines: "Ĉiu {nth} linio de paĝo havas sian numeron apude, por ke rimarko povu diri, al kio ĝi rilatas: “paĝo\u00A042, " +
				"linio\u00A017”. Notoj skribitaj en ĉi tiun dosieron per iu ajn PDF-legilo trovas sian lokon en la manuskripto de la aŭtoro.",
			EveryLine: "unuopa",
			Number:    "Ekzemplero {n} el {of}",
			For:       "por",
			Reader:    "por {name}",
			NumberFor: "{copy}, por {name}",
			Drafts:    "Malnetoj: ankoraŭ ne en la libro",
			Removed:   "forigita post ĉi tio: {title}",
			TK:        "Ankoraŭ mankas",
		},
		Changes: Changes{
			Since:           "Kio ŝanĝiĝis de post: {state}",
			LastCopy:        "via lasta ekzemplero, manuskripto {revision}",
			None:            "Nenio.",
			New:             "nova",
			Removed:         "forigita",
			Moved:           "movita",
			Changed:         "ŝanĝita",
			In:              "paĝo\u00A0{n} de la presita libro",
			From:            "el “{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0nova vorto", Other: "{n}\u00A0novaj vortoj"},
			WordsGone:       Counted{One: "{n}\u00A0forigita vorto", Other: "{n}\u00A0forigitaj vortoj"},
			OtherPicture:    "alia bildo",
			OtherForm:       "en alia formo",
			OtherKeys:       "aliaj indikoj: {keys}",
			CrossReferences: "kruzreferencoj",
		},
		Errata: Errata{
			Title:   "Korektendaĵoj",
			Line:    "linio\u00A0{n}",
			ForRead: "anstataŭ {was} legu {is}",
			Delete:  "forigu {was}",
			Insert:  "aldonu {is}",
		},
		Trade: Trade{
			Sheet:        "Informoj pri la libro",
			About:        "Pri la libro",
			AboutAuthor:  "Pri la aŭtoro",
			AboutAuthors: "Pri la aŭtoroj",
			FromTheBook:  "El la libro",
			Inside:       "Rigardo en la libron",
			Order:        "Kiel mendi",
			Series:       "Serio",
			Rights:       "Rajtoj",
			Excerpt:      "Eltiraĵo",
			ExcerptOf:    "{title} (eltiraĵo)",
			IsExcerpt:    "Tio estis eltiraĵo el {title}.",
			WholeBook:    "La tuta libro",
		},
		Answers: Answers{
			Title:    "Viaj rimarkoj",
			Thanks:   "Dankon pro tiel atenta legado. Jen kio okazis pri viaj rimarkoj.",
			At:       "paĝo\u00A0{page}, linio\u00A0{line}",
			Taken:    "akceptita",
			Changed:  "ŝanĝita alimaniere",
			Declined: "lasita senŝanĝe",
			Open:     "ankoraŭ nedecidita",
			Gone:     "ne plu en la libro",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0karto", Other: "{n}\u00A0kartoj"},
			Themes:      "Temoj",
			Blank:       "Notu ĉi tie",
			Deck:        "{title}: kartoj",
			AtAGlance:   "{title}: superrigardo de la kartoj",
			Proof:       "{title}: provo de karto",
			Calibration: "{title}: alĝustigo de la dorsoj",
		},
		Sheets: Sheets{
			Front:      "{sheet} fronto",
			Back:       "{sheet} dorso",
			Of:         "{n} el {of}",
			ProofFront: "fronto de {card}",
			ProofBack:  "dorso",
			Ruler:      "Ĉi tiu mezurilo longas {mm}\u00A0mm, kie la karto havas sian veran grandon. Se ne, presu je 100\u00A0%.",
			Jig:        "ŝablono",
			JigCard:    "karto de {size}",
			JigCut:     "tranĉu laŭ la streketoj, {mm}\u00A0mm for",
		},
		Laminating: Laminating{
			Label:      "kiel lamenigi",
			Title:      "Kiel tranĉi kaj lamenigi la kartojn",
			PlainLabel: "instrukcioj",
			PlainTitle: "Kiel fari la kartojn",
			PrintBothSides: "Presu paĝojn {first} ĝis\u00A0{n} ambaŭflanke, en vera grando (100\u00A0%), kun turno ĉe la {edge} rando. Tenu folion kontraŭ " +
				"la lumo: ĉiu dorso devas kuŝi malantaŭ sia fronto. Se ne, octavo cards calibrate montras, kiom ĝi deviis.",
			PrintOneSide: "Presu paĝojn {first} ĝis\u00A0{n} unuflanke, en vera grando (100\u00A0%).",
			LongEdge:     "longa",
			ShortEdge:    "mallonga",
			Cut: "Tranĉu laŭ la ordo de la subaj numeroj, ĉiam tra la tuta folio, kaj tenu la pecojn en ordo. Tranĉita karto havas la " +
				"grandon {size}.",
			Break: "Disigu la kartojn de la folio {stock} laŭ la truetoj. Karto havas la grandon {size}.",
			Fold: "Tranĉu laŭ la ordo de la subaj numeroj, poste faldu ĉiun pecon laŭ la streketa linio, kun la presitaj flankoj ekstere, kaj " +
				"premu la faldon.",
			Warm: "Lasu la lamenigilon varmiĝi, kiom la folio postulas, kaj enmetu la saketon kun la fermita rando antaŭe. Lasu ĝin kuŝi plate, " +
				"ĝis ĝi malvarmiĝos.",
			LaySheet: "Metu ĉiun folion en saketon de {pouch}, ĝis la fermita rando, tiel ke la plasto egale elstaru ĉe la aliaj flankoj.",
			OpenEdges: "La randoj de ĉi tiuj kartoj estas malfermitaj: tie la papero videblas kaj sorbas akvon. Tenu ilin sekaj, aŭ la sekvan fojon " +
				"unue tranĉu la kartojn kaj poste lamenigu ilin (laminate = \"cards\").",
			RoundCorners: "Rondigu la angulojn per truilo de ĉirkaŭ {mm}\u00A0mm, antaŭ ol surmeti la plaston.",
			LayOnJig: "Metu la malfermitan saketon de {pouch} sur la ŝablonon, kiu estas la sekva paĝo, kaj po unu karton sur ĉiun kadron. La kadroj " +
				"distancas {mm}\u00A0mm, por ke plasto tuŝu plaston ĉirkaŭ ĉiu karto.",
			CloseOnJig: "Fermu la saketon sen movi la kartojn, kaj eltiru la ŝablonon.",
			CutDashes: "Tranĉu laŭ la streketoj, {mm}\u00A0mm for de ĉiu karto kaj neniam en ĝian paperon: karto restas fermita nur dum la plasto " +
				"elstaras ĉirkaŭe.",
			LayCard: "Metu ĉiun karton en saketon de {pouch} ({name}) tiel, ke la plasto egale elstaru ĉirkaŭe: {mm}\u00A0mm ĉe la pli " +
				"mallarĝaj flankoj.",
			KeepFilm: "Ne tranĉu la plaston: karto restas fermita nur dum la plasto elstaras ĉirkaŭe. Rondigu ĝiajn angulojn, se ili " +
				"pikas.",
			TestStock: "Presu paĝon\u00A0{first} sur ordinara papero kaj tenu ĝin kontraŭ lumo sur folio {stock}: ĉiu karto " +
				"devas kuŝi ene de siaj truetoj.",
			FeedStock:    "Enmetu la foliojn unu post la alia en la manan pleton, kaj lasu la inkon sekiĝi.",
			PunchCorners: "Rondigu la angulojn per truilo de ĉirkaŭ {mm}\u00A0mm.",
			Glue:         "Kungluu la du duonojn de ĉiu karto, kaj lasu ilin sekiĝi sub pezo.",
			OpenLines: "En {program} agordu la paĝon al {sheet}, malfermu {svg} (aŭ {dxf}, se ĝi ne legas SVG) kaj centrigu la " +
				"liniojn sur la paĝo. Kune ili havas la grandon {size}.",
			TypeMarks: "Ŝaltu la registrajn markojn de tri anguloj kaj tajpu tion, kio estas presita: longo {arm}\u00A0mm, " +
				"dikeco {thickness}\u00A0mm, distanco de la rando {inset}\u00A0mm.",
			CutByMachine: "Metu folion sur la maton kun la fronto supren kaj la nigra kvadrato supre maldekstre, kaj lasu la " +
				"maŝinon serĉi la markojn. Tranĉu unue folion de ordinara papero.",
			Upload: "En {program} alŝutu ĉiun bildon {png} kiel platan, por Print Then Cut, kaj agordu ĝian grandon: {size}. La " +
				"maŝino tranĉas laŭ ĝiaj randoj.",
			AttachLines: "Alŝutu ankaŭ {svg}, metu la liniojn sur la bildon, centron sur centron, kaj kunligu ambaŭ: la maŝino " +
				"tranĉas laŭ la linioj.",
			PrintThere: "Presu ĝin de tie sur {sheet}, en vera grando (100\u00A0%), kaj tranĉu unue folion de ordinara papero.",
			PrintBacks: "Antaŭ ol tranĉi, presu la dorson sur la alia flanko: paĝo\u00A0{first} apartenas al la unua bildo, kaj " +
				"tiel plu. Ĝi staras meze de la folio: movu la bildon tien, kaj tenu la unuan folion kontraŭ lumo.",
		},
		Ordering: Ordering{
			Title:    "{title}: kartoj por {service}",
			Choose:   "Elektu ĉi tiun karton: {card}. La kartaro havas {n}.",
			OwnBacks: "Donu al ĉiu karto propran fronton kaj propran dorson.",
			UploadPictures: "Alŝutu la frontojn ({fronts}) laŭ la ordo de iliaj numeroj, poste la dorsojn ({backs}) en la sama " +
				"ordo: fronto kaj dorso de karto havas la saman numeron.",
			UploadFile: "Alŝutu {file}. Ĝi havas paĝon por ĉiu flanko, la dorson de karto antaŭ ĝia fronto.",
			Unscaled: "Lasu nenion esti skalata: la dosieroj havas sian grandon, kun {mm}\u00A0mm ĉirkaŭe, kiuj estas " +
				"fortranĉataj.",
			Finish:  "Papero, surfaco kaj skatolo estas libere elekteblaj: la dosieroj estas la samaj.",
			Preview: "Rigardu ĉiun karton en la antaŭrigardo, kaj mendu unu kartaron, antaŭ ol vi mendas multajn.",
		},
		Calibrate: Calibration{
			Front:  "fronto",
			Back:   "dorso",
			OnBack: "La dorso de la alĝustiga folio. Turnu ĝin kaj tenu ĝin kontraŭ la lumo.",
			Title:  "Ĉu la dorsoj kuŝas malantaŭ la frontoj?",
			Print:  []string{"Presu ĉi tiun folion ambaŭflanke, kiel vi presas viajn kartojn:", "en vera grando (100\u00A0%), ne adaptita al la paĝo."},
			Hold:   []string{"Tenu ĝin ĉe fenestro, kun ĉi tiu flanko al vi.", "La linioj de la dorso travideblas."},
			Read: []string{"Ĉe ĉiu el la kvar flankoj trovu la linion de la longa skalo, kiu",
				"rekte pluiras kiel linio de la dorso, kaj notu ĝian numeron.",
				"De linio al linio estas kvarono de milimetro. La dika linio de la",
				"dorso montras sur la malgranda skalo, kiu numero tio proksimume",
				"estos; se pli ol 3, prenu tiun kaj poste represu ĉi tiun folion."},
			Type: []string{"Tajpu ilin en unu linio, kun minuso, kie ĝi estas:"},
			Shifted: [2]Pattern{"Ili aldoniĝas al tio, kio jam movas ĉi tiun dorson: {right}\u00A0mm dekstren,",
				"{down}\u00A0mm malsupren kaj {degrees}\u00A0gradoj."},
			Top:      "supre",
			Bottom:   "malsupre",
			Left:     "maldekstre",
			Right:    "dekstre",
			Reminder: []string{"Kontraŭ la lumo legu", "la numerojn, kie", "linioj kuniĝas:", "x laŭlarĝe, y laŭalte."},
		},
		Ebook: Ebook{
			Landmarks:    "Orientiloj",
			Start:        "Komenco de la teksto",
			PrintedPages: "Paĝoj de la presita libro",
			Pages:        "Paĝoj",
			BackToText:   "Reen al la teksto",
			CoverOf:      "Kovrilo de {title}",
			CoverBy:      ", de {names}",
			PrintedBook:  "{title}, la presita libro",
			Identifier:   "Identigilo de la eldonaĵo",
		},
		Access: Accessibility{
			Text:          "La teksto montreblas en ĉiu grando, tiparo kaj koloro, kaj ekranlegilo aŭ brajla linio legas ĝin laŭorde.",
			Ways:          " Oni orientiĝas per jeno: {ways}.",
			Contents:      "enhavtabelo",
			Headings:      "titoloj",
			Indexes:       "indeksoj kun ligiloj",
			PageNumbers:   "la paĝnumeroj de la presita libro",
			NoneDescribed: " Ĝiaj bildoj ne havas priskribojn.",
			SomeDescribed: " Kelkaj el ĝiaj bildoj ne havas priskribon.",
			AllDescribed:  " Ĉiu bildo estas priskribita per vortoj.",
			OnlyCover:     " Ĝi ne havas bildojn krom la kovrilo, kiu estas priskribita per vortoj.",
			NoPictures:    " Ĝi ne havas bildojn.",
			Tables:        " Tabeloj nomas siajn kolumnojn.",
			Notes:         " Notoj estas ligitaj kun siaj signoj ambaŭdirekte.",
			Still:         " Nenio en ĝi moviĝas, palpebrumas aŭ sonas.",
			Statement: Statement{
				Title:       "Deklaro pri alirebleco",
				Reading:     "Manieroj de legado",
				Navigation:  "Navigado",
				Hazards:     "Danĝeroj",
				Conformance: "Konformeco",
				Contact:     "Kontakto",
				Meets:       "Tiu ĉi eldonaĵo plenumas {standard}. Atestas: {name}.",
				Unclaimed:   "Neniu atestis, ke tiu ĉi eldonaĵo plenumas normon pri alirebleco.",
				WriteTo:     "Demandoj kaj rimarkoj pri alirebleco: {address}",
				Made:        "Dato de tiu ĉi deklaro: {date}",
				Formulas:    " Formuloj estas donitaj en MathML.",
			},
		},
		Rules:  esperantoRules(),
		Reader: esperantoReader(),
	}
}

func esperantoRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/eo.txt", Before: 2, After: 2},
		Clinging: set(`la l’ al antaŭ apud ĉe ĉirkaŭ da de dum ekster el en ĝis inter je kontraŭ krom kun laŭ malgraŭ per po por post preter pri
			pro sen sub super sur tra trans kaj aŭ nek sed ĉar ke se ĉu kvankam kiu kiuj kio kie kiam kiel ol do
			mia via lia ŝia ĝia nia ilia sia tiu ĉi ne tre pli plej
			mi vi li ŝi ĝi ni ili oni estas estis estos ĉiu ĉiuj ĉio neniu nenio neniam du tri kvar kvin ses sep ok naŭ dek cent mil`),
		Opening:       set(`kaj aŭ nek sed ĉar ke se ĉu kvankam kiu kiuj kio kie kiam kiel ol kiun kiujn kion kial dum`),
		BeforeNumber:  set("p. pp. n-ro n-roj vol. ĉap. fig. tab. art. § paĝo paĝoj"),
		BeforeName:    set("s-ro s-ino f-ino d-ro d-rino prof. inĝ. ges-roj"),
		AfterNumber:   set("% ‰ € $ £ ° °C °F K mm cm m km m² km² ha mg g kg t ml cl l s min h kB MB GB Hz kHz V W kW kWh a.K. p.K."),
		Abbreviations: []string{"a.K.", "p.K.", "k.a.", "k.c.", "k.s.", "t.e.", "i.a.", "n.b."},
		NoSentenceEnd: set("prof. Prof. inĝ. Inĝ. p. pp. vol. ĉap. fig. tab. art. ekz. Ekz. t.e. i.a. k.a. proks. red. trad. vd. Vd. kp. Kp. resp. bv."),
		Matter: map[string]string{"antauparolo": "foreword", "enkonduko": "introduction", "prologo": "prologue", "dankoj": "acknowledgments",
			"dankesprimoj": "acknowledgments", "epilogo": "epilogue", "postparolo": "afterword", "konkludo": "conclusion",
			"konkludoj": "conclusion", "apendico": "appendix", "apendicoj": "appendix", "aldono": "appendix", "kolofono": "colophon",
			"preseraroj": "errata", "korektoj": "errata"},
		Articles: []string{"la", "l’", "l'"},
		Letters:  "A B C Ĉ D E F G Ĝ H Ĥ I J Ĵ K L M N O P R S Ŝ T U V Z",
		Clipped:  set("l"),
		Repeated: set("ne jes tre pli plu jam nu ho ha he iom finfine"),
		Joining:  set("la l al de da el en je per por pri sen sub sur kun kaj aŭ kiu kiuj"),
		Singular: func(word string) string {
			if strings.HasSuffix(word, "oj") {
				return strings.TrimSuffix(word, "j")
			}
			return word
		},
		Stem: stemBy("o oj on ojn a aj an ajn e en i as is os us u anta inta onta ata ita ota ante inte ado ados isto istoj eco ebla"),
	}
}

func esperantoReader() Reader {
	return Reader{
		Page: []string{"paĝo", "paĝoj", "pagho", "paĝon", "p", "pp"},
		Line: []string{"linio", "linioj", "lin", "l"},
		On:   []string{"sur", "en"},
		Days: []string{"lundo", "mardo", "merkredo", "ĵaŭdo", "vendredo", "sabato", "dimanĉo"},
		Columns: Columns{
			Page:    []string{"paĝo", "p", "p.", "paĝnumero"},
			Line:    []string{"linio", "linia numero", "l"},
			Comment: []string{"komento", "komentoj", "rimarko", "rimarkoj", "noto", "notoj", "korekto"},
			Reader:  []string{"leganto", "aŭtoro", "nomo", "kiu", "recenzanto"},
			Words:   []string{"vortoj", "citaĵo", "teksto", "loko", "markita teksto"},
			New:     []string{"anstataŭaĵo", "nova", "estu", "nova teksto"},
			File:    []string{"dosiero"},
			Row:     []string{"vico", "linio de la dosiero"},
			Date:    []string{"dato", "kreita"},
			Heading: []string{"ĉapitro", "sekcio", "artikolo"},
			Book:    []string{"titolo", "libro"},
		},
		Labels: Labels{
			Passage: []string{"markaĵo", "citaĵo", "teksto"},
			Heading: []string{"ĉapitro", "sekcio"},
			Comment: []string{"noto", "komento", "mia noto"},
		},
		Kindle: Kindle{ // a Kindle speaks no Esperanto: what its readers see is mostly English
			Page:     []string{"page"},
			Location: []string{"location"},
			Added:    []string{"added on"},
			Note:     []string{"note"},
		},
		Anybody: []string{"uzanto", "gasto", "administranto", "posedanto", "nekonata", "leganto", "mi", "aŭtoro", "anonima"},
	}
}

// esperantoWord returns a number from 1 to 99 in words.
func esperantoWord(n int) string {
	ones := [...]string{"", "unu", "du", "tri", "kvar", "kvin", "ses", "sep", "ok", "naŭ"}
	if n < 1 || n > 99 {
		return ""
	}
	ten := ""
	switch n / 10 {
	case 0:
	case 1:
		ten = "dek"
	default:
		ten = ones[n/10] + "dek"
	}
	return Capital(strings.TrimSpace(ten + " " + ones[n%10]))
}

// esperantoOrdinal returns an ordinal number from 1 to 99 in words.
func esperantoOrdinal(n int) string {
	word := esperantoWord(n)
	if word == "" {
		return ""
	}
	return strings.ReplaceAll(word, " ", "-") + "a"
}

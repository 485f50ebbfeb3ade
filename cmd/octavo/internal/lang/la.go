package lang

import "strings"

// latin returns the words and rules of Latin.
func latin() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"“", "”"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"“", "”"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      latinWord,
			PartWord:  latinOrdinal,
			Ordinal:   ordinalBy(latinOrdinal, "."),
			Ordinals: func(n int) []string {
				feminine := strings.ToLower(latinOrdinal(n))
				stem := strings.TrimSuffix(feminine, "a")
				return []string{feminine, stem + "um", stem + "us"}
			},
			Date: "die {day} mensis {month} anno {year}",
			Months: [12]string{"Ianuarii", "Februarii", "Martii", "Aprilis", "Maii", "Iunii", "Iulii", "Augusti", "Septembris", "Octobris",
				"Novembris", "Decembris"},
		},
		Lists: Lists{Comma: ", ", And: " et ", Names: " et ", Abridged: "{name} et alii"},
		Titles: Titles{
			Contents:      "Index capitum",
			ByTheme:       "{entries} secundum argumenta",
			ByFirstWords:  "{entries} secundum initia",
			Subjects:      "Index rerum",
			Notes:         "Adnotationes",
			OtherThemes:   "Cetera",
			NumberedPart:  "Pars {n}",
			PartInWords:   "Pars {n}",
			Untitled:      "Sine titulo",
			Cover:         "Tegumentum",
			TitlePage:     "Pagina titularis",
			Copyright:     "Iura auctoris",
			Dedication:    "Dedicatio",
			Epigraph:      "Inscriptio",
			Colophon:      "Subscriptio",
			AboutThisCopy: "De hoc exemplari",
		},
		References: References{
			See:             "vide",
			Page:            "pagina\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "sententia\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Numeri sunt ex ordine: {entries}.",
			HeadingSee:      "Vide",
			HeadingSeeAlso:  "Vide etiam",
		},
		Notes: Notes{
			ToPage:  "Adnotationes ad paginam\u00A0{page}",
			ToPages: "Adnotationes ad paginas\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Nota",
			Tip:        "Consilium",
			Important:  "Nota bene",
			Warning:    "Monitum",
			Caution:    "Cave",
			Example:    "Exemplum",
			Exercise:   "Exercitium",
			Question:   "Quaestio",
			Discussion: "Disputatio",
			Summary:    "Summarium",
		},
		Tables: Tables{
			Continued: "{caption} (continuatur)",
			Goes:      "(continuatur)",
			Turned:    "Tabulam vide: {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "tabula\u00A0{n}",
			FigureLabel: "Fig.\u00A0{n}.", TableLabel: "Tab.\u00A0{n}.",
			Figures: "Index figurarum", Tables: "Index tabularum",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "memum", Plural: "mema", Means: "cogitatio tradenda"},
				"metaphor": {Name: "translatio", Plural: "translationes", Means: "res alia ut alia visa", Line: "{tenor} ut {vehicle}"},
			},
			Maxims:     "sententiae",
			Entries:    "lemmata",
			Themes:     "Argumenta",
			Audience:   "Quibus",
			Card:       "charta: {text}",
			Draft:      "INCHOATUM",
			DraftOnly:  "Inchoatum: nondum in libro est.",
			Drafts:     "Inchoata: ",
			DraftFolio: "I{n}",
			Picture:    "[imago: {alt}]",
		},
		Makers: Makers{
			By: "auct. {names}",
			Credits: map[string]Pattern{"edt": "Edidit {name}", "ill": "Imaginibus ornavit {name}", "trl": "Latine reddidit {name}",
				"aui": "Prooemium scripsit {name}", "aft": "Epilogum scripsit {name}", "pht": "Lucis ope imagines fecit {name}",
				"art": "Imagines pinxit {name}", "win": "Prooemium scripsit {name}", "wpr": "Praefationem scripsit {name}",
				"bkd": "Librum delineavit {name}", "cov": "Tegumentum delineavit {name}", "dsr": "Delineavit {name}", "com": "Collegit {name}"},
			Roles: map[string]string{"aut": "auctor", "edt": "edidit", "ill": "imagines pinxit", "trl": "interpres",
				"aui": "prooemium scripsit", "pht": "photographus", "bkd": "librum delineavit", "nrt": "recitator"},
			Contributor: "adiutor",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nomina: {text}",
			Title:          "Titulus: {text}",
			Description:    "Descriptio: {text}",
			Identifiers:    "Indicia: {text}",
			Subjects:       "Argumenta: {text}",
			Classification: "Ordo: {text}",
			Typeface:       "Litteris {name} compositum, quibus uti licet ex SIL Open Font License.",
			Typefaces:      "Litteris {names} compositum, quibus uti licet ex SIL Open Font License.",
			SetIn:          "Litteris {font} compositum",
			DesignedBy:     ", quas delineavit {designer}",
			MadeBy:         ". Lineas, paginas, indices octavo ex auctoris manu scripto confecit.",
		},
		Typescript: Typescript{Length: "verba fere {n}", Chapter: "Caput {n}"},
		Review: Review{
			Notice:          "Plagulae nondum emendatae — Venire non licet",
			Quotations:      "Hae plagulae nondum emendatae sunt. Quaeso, omnia quae laudantur ad librum editum exigantur.",
			Unnamed:         "exemplar censoribus missum",
			Front:           "Frons",
			Data:            "Notitia",
			Changes:         "Mutata",
			Title:           "Titulus",
			Author:          "Auctor",
			Publisher:       "Editor",
			ISBN:            "ISBN",
			Trim:            "Modulus",
			Pages:           "Paginae",
			PagesInPrint:    "Paginae impressae",
			Price:           "Pretium",
			Publication:     "Prodibit",
			Edition:         "Editio",
			Manuscript:      "Manu scriptum",
			Subjects:        "Argumenta",
			Contact:         "Ubi scribendum",
			Comments:        "Adnotata",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0unciae)",
			InPrint:         "charta",
			AsHardcover:     "tegumento duro",
			InPaper:         "tegumento molli",
			AsEPUB:          "EPUB",
			ToCome:          "nuntiabitur",
			State:           "Manu scriptum {revision}, {date}",
			DatedState:      "Manu scriptum {revision}, {date}",
			BookPages:       "Paginae earumque numeri iidem sunt ac libri. ",
			TypescriptPages: "Hoc manu scriptum est: paginae eius non sunt eaedem ac libri. ",
			NumberedLines: "Paginae {nth} quaeque linea numerum suum iuxta habet, ut quo quidque pertineat dici possit: “pagina\u00A042, " +
				"linea\u00A017”. Quae in hoc documento quolibet lectore PDF adnotantur, ad suum locum in auctoris manu scripto perveniunt.",
			EveryLine: "una",
			Number:    "Exemplar {n} ex {of}",
			For:       "datum",
			Reader:    "datum: {name}",
			NumberFor: "{copy}, datum: {name}",
			Drafts:    "Inchoata: nondum in libro sunt",
			Removed:   "post hoc sublatum: {title}",
			TK:        "Deest adhuc",
		},
		Changes: Changes{
			Since:           "Quid mutatum sit ex quo: {state}",
			LastCopy:        "novissimum exemplar tuum, manu scriptum {revision}",
			None:            "Nihil.",
			New:             "novum",
			Removed:         "sublatum",
			Moved:           "translatum",
			Changed:         "mutatum",
			In:              "pagina\u00A0{n} editionis impressae",
			From:            "ex “{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0verbum novum", Other: "{n}\u00A0verba nova"},
			WordsGone:       Counted{One: "{n}\u00A0verbum sublatum", Other: "{n}\u00A0verba sublata"},
			OtherPicture:    "alia imago",
			OtherForm:       "alia forma",
			OtherKeys:       "alia data: {keys}",
			CrossReferences: "remissiones",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "versu\u00A0{n}",
			ForRead: "pro {was} lege {is}",
			Delete:  "dele {was}",
			Insert:  "adde {is}",
		},
		Trade: Trade{
			Sheet:        "De hoc libro",
			About:        "De libro",
			AboutAuthor:  "De auctore",
			AboutAuthors: "De auctoribus",
			FromTheBook:  "Ex libro",
			Inside:       "Liber inspectus",
			Order:        "Quomodo emendus sit",
			Series:       "Ordo librorum",
			Rights:       "Iura",
			Excerpt:      "Excerptum",
			ExcerptOf:    "{title} (excerptum)",
			IsExcerpt:    "Haec excerpta sunt ex libro {title}.",
			WholeBook:    "Liber totus",
		},
		Answers: Answers{
			Title:    "Adnotationes tuae",
			Thanks:   "Gratias tibi agimus, quod tam diligenter legisti. Ecce quid de adnotationibus tuis factum sit.",
			At:       "pagina\u00A0{page}, versu\u00A0{line}",
			Taken:    "recepta",
			Changed:  "aliter mutata",
			Declined: "intacta relicta",
			Open:     "adhuc in medio",
			Gone:     "in libro iam non exstat",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0charta", Other: "{n}\u00A0chartae"},
			Themes:      "Argumenta",
			Blank:       "Hic scribe",
			Deck:        "{title}: chartae",
			AtAGlance:   "{title}: chartae in conspectu",
			Proof:       "{title}: chartae specimen",
			Calibration: "{title}: de aversis chartis dirigendis",
		},
		Sheets: Sheets{
			Front:      "{sheet} adversa",
			Back:       "{sheet} aversa",
			Of:         "{n} ex {of}",
			ProofFront: "adversa: {card}",
			ProofBack:  "aversa",
			Ruler:      "Haec regula {mm}\u00A0mm longa est, si charta magnitudinem veram habet. Si non est, imprime 100\u00A0%.",
			Jig:        "forma",
			JigCard:    "charta: {size}",
			JigCut:     "seca secundum lineolas, {mm}\u00A0mm extra",
		},
		Laminating: Laminating{
			Label:      "de chartis obducendis",
			Title:      "Quomodo chartae secentur et obducantur",
			PlainLabel: "praecepta",
			PlainTitle: "Quomodo chartae fiant",
			PrintBothSides: "Imprime paginas {first}–{n} in utraque parte, magnitudine vera (100\u00A0%), ita ut folium circa latus {edge} vertatur. " +
				"Tene folium contra lucem: omnia aversa post adversa iacere debent. Si non iacent, octavo cards calibrate ostendit quantum " +
				"aberrent.",
			PrintOneSide: "Imprime paginas {first}–{n} in una parte, magnitudine vera (100\u00A0%).",
			LongEdge:     "longum",
			ShortEdge:    "breve",
			Cut: "Seca ordine numerorum qui infra sunt, semper per totum folium, et serva partes in ordine. Charta secta sic patet: " +
				"{size}.",
			Break: "Solve chartas ex folio {stock} secundum foramina. Charta sic patet: {size}.",
			Fold: "Seca ordine numerorum qui infra sunt, deinde plica partes secundum lineam interruptam, impressis extra versis, et plicam " +
				"preme.",
			Warm: "Exspecta dum machina tam calida fiat quam pellicula postulat, et insere sacculum latere clauso. Sine planum iacere dum " +
				"frigescat.",
			LaySheet: "Impone folia singula in sacculum ({pouch}) usque ad latus clausum, ita ut pellicula ceteris lateribus aequaliter " +
				"exstet.",
			OpenEdges: "Margines harum chartarum aperti sunt: ibi papyrus patet et aquam bibit. Serva siccas, aut alias prius chartas seca et " +
				"postea obduc (laminate = \"cards\").",
			RoundCorners: "Rotunda angulos perforatorio fere {mm}\u00A0mm, antequam pellicula imponitur.",
			LayOnJig: "Pone sacculum apertum ({pouch}) super formam, quae pagina proxima est, et chartas singulas in quadra eius. Quadra " +
				"{mm}\u00A0mm inter se distant, ut pellicula circa chartas singulas pelliculam tangat.",
			CloseOnJig: "Claude sacculum chartis immotis, et formam extrahe.",
			CutDashes: "Seca secundum lineolas, {mm}\u00A0mm extra chartas, numquam in papyrum earum: charta clausa manet dum pellicula " +
				"undique exstat.",
			LayCard: "Impone chartas singulas in sacculum {pouch} ({name}), ita ut pellicula undique aequaliter exstet: {mm}\u00A0mm lateribus " +
				"angustioribus.",
			KeepFilm: "Noli pelliculam secare: charta clausa manet dum pellicula undique exstat. Rotunda angulos si acuti sunt.",
			TestStock: "Imprime paginam\u00A0{first} in papyro vulgari et ad lucem folio {stock} appone: charta quaeque intra " +
				"foramina sua iaceat oportet.",
			FeedStock:    "Folia singula manu impone, et atramentum siccari sine.",
			PunchCorners: "Rotunda angulos perforatorio fere {mm}\u00A0mm.",
			Glue:         "Partes duas chartae cuiusque conglutina, et sub pondere siccari sine.",
			OpenLines: "In {program} paginam sic constitue: {sheet}; aperi {svg} (vel {dxf}, si SVG non legit) et lineas in " +
				"media pagina pone. Omnes simul sic patent: {size}.",
			TypeMarks: "Signa trium angulorum adhibe, et scribe quae impressa sunt: longitudo {arm}\u00A0mm, crassitudo " +
				"{thickness}\u00A0mm, spatium a margine {inset}\u00A0mm.",
			CutByMachine: "Pone folium in tegete fronte sursum versa, quadrato nigro supra ad sinistram, et sine machinam signa " +
				"quaerere. Prius seca folium papyri vulgaris.",
			Upload: "In {program} mitte imagines {png} ut planas ad Print Then Cut, et magnitudinem constitue: {size}. Machina " +
				"secundum margines secat.",
			AttachLines: "Mitte etiam {svg}, pone lineas super imaginem, medium super medium, et utrumque coniunge: machina " +
				"secundum lineas secat.",
			PrintThere: "Inde imprime in {sheet}, magnitudine vera (100\u00A0%), et prius seca folium papyri vulgaris.",
			PrintBacks: "Antequam secas, imprime tergum in altera parte: pagina\u00A0{first} est imaginis primae, et sic " +
				"deinceps. In medio folio stat: illuc move imaginem, et folium primum ad lucem specta.",
		},
		Ordering: Ordering{
			Title:    "{title}: chartae ad {service}",
			Choose:   "Elige hanc chartam: {card}. Fasciculus habet {n}.",
			OwnBacks: "Da cuique chartae suam frontem et suum tergum.",
			UploadPictures: "Mitte frontes ({fronts}) ordine numerorum, deinde terga ({backs}) eodem ordine: frons et tergum " +
				"chartae eundem numerum habent.",
			UploadFile: "Mitte {file}. Paginam habet cuique faciei, tergum chartae ante frontem.",
			Unscaled:   "Noli quicquam mutari sinere: magnitudo scriniorum recta est, cum {mm}\u00A0mm undique quae resecantur.",
			Finish:     "Papyrus, superficies, capsa tuae sunt electionis: scrinia eadem manent.",
			Preview:    "Specta chartas singulas antequam imprimuntur, et unum fasciculum posce antequam multos poscis.",
		},
		Calibrate: Calibration{
			Front:  "adversa",
			Back:   "aversa",
			OnBack: "Aversa pars folii dirigendi. Verte et tene contra lucem.",
			Title:  "Iacentne aversa post adversa?",
			Print:  []string{"Imprime hoc folium in utraque parte, sicut chartas imprimis:", "magnitudine vera (100\u00A0%), non ad paginam aptatum."},
			Hold:   []string{"Tene ad fenestram, hac parte ad te versa.", "Lineae partis aversae perlucent."},
			Read: []string{"In quattuor lateribus quaere lineam scalae longae quae",
				"recta in lineam partis aversae pergit, et numerum eius scribe.",
				"Inter lineas est quarta pars millimetri. Linea crassa partis",
				"aversae in regula parva ostendit quis fere numerus futurus sit;",
				"si maior est quam 3, eum sume, et postea hoc folium iterum imprime."},
			Type: []string{"Scribe eos in una linea, cum signo minus ubi est:"},
			Shifted: [2]Pattern{"Accedunt ad ea quae aversam iam movent: {right}\u00A0mm dextrorsum,",
				"{down}\u00A0mm deorsum, {degrees}\u00A0gradus."},
			Top:      "supra",
			Bottom:   "infra",
			Left:     "sinistra",
			Right:    "dextra",
			Reminder: []string{"Contra lucem lege", "numeros ubi lineae", "conveniunt: x in", "latum, y in altum."},
		},
		Ebook: Ebook{
			Landmarks:    "Loci praecipui",
			Start:        "Initium textus",
			PrintedPages: "Paginae libri impressi",
			Pages:        "Paginae",
			BackToText:   "Redi ad textum",
			CoverOf:      "Tegumentum libri: {title}",
			CoverBy:      ", auct. {names}",
			PrintedBook:  "{title}, liber impressus",
			Identifier:   "Indicium editionis",
		},
		Access: Accessibility{
			Text:          "Textus qualibet magnitudine, litteris, colore legi potest; recitator vel tabula Brailliana eum ordine legit.",
			Ways:          " Viam reperies per haec: {ways}.",
			Contents:      "indicem capitum",
			Headings:      "titulos",
			Indexes:       "indices cum nexibus",
			PageNumbers:   "numeros paginarum libri impressi",
			NoneDescribed: " Imagines non descriptae sunt.",
			SomeDescribed: " Imaginum aliquae non descriptae sunt.",
			AllDescribed:  " Omnes imagines verbis descriptae sunt.",
			OnlyCover:     " Imagines non habet praeter tegumentum, quod verbis descriptum est.",
			NoPictures:    " Imagines non habet.",
			Tables:        " Tabulae columnas suas nominant.",
			Notes:         " Adnotationes cum signis suis utrimque conexae sunt.",
			Still:         " Nihil movetur, nihil micat, nihil sonat.",
			Statement: Statement{
				Title:       "De facultate legendi",
				Reading:     "Modi legendi",
				Navigation:  "Iter per librum",
				Hazards:     "Pericula",
				Conformance: "Congruentia",
				Contact:     "Quo scribendum sit",
				Meets:       "Hic liber congruit cum {standard}. Testatur: {name}.",
				Unclaimed:   "Nemo testatus est hunc librum cum ulla norma facultatis legendi congruere.",
				WriteTo:     "Quaestiones et animadversiones de facultate legendi: {address}",
				Made:        "Datum: {date}",
				Formulas:    " Formulae more MathML datae sunt.",
			},
		},
		Rules:  latinRules(),
		Reader: latinReader(),
	}
}

func latinRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/la.txt", Before: 2, After: 2},
		Clinging: set(`a ab abs ad ante apud circa contra cum de e ex extra in inter intra iuxta ob per post prae praeter pro prope propter sine sub
			super supra trans ultra et ac atque aut vel sed at nec neque si nisi ut ne cur quod quia dum cum qui quae quam non o
			hic haec hoc is ea id meus mea tuus tua suus sua
			ego tu nos vos est sunt erat erant esse sit omnis omne nihil nemo numquam duo duae tres tria quattuor quinque sex septem octo novem decem
			centum mille`),
		Opening:       set(`et ac atque aut vel sed at nec neque si nisi ut ne cur quod quia dum cum qui quae quam quis quid ubi quando quamquam etsi quoniam`),
		StaysWithNext: set("a e o A E O"),
		BeforeNumber:  set("p. pp. c. cap. lib. l. vol. tom. fig. tab. art. n. v. vv. f. ff. q. can. §"),
		BeforeName:    set("s. ss. d. dr. prof. fr. m. c. l. p. q. t. cn. ti."),
		AfterNumber:   set("% ‰ € $ £ ° °C °F K mm cm m km ha mg g kg ml l s min h a.Chr.n. p.Chr.n. a.C. p.C."),
		Abbreviations: []string{"a.C.", "p.C.", "a.Chr.n.", "p.Chr.n.", "a.u.c.", "s.l.", "s.a.", "op.cit.", "loc.cit.", "h.e.", "i.e.", "e.g."},
		NoSentenceEnd: set("S. SS. D. Dr. Prof. Fr. M. C. L. P. Q. T. Cn. Ti. Sex. p. pp. c. cap. lib. vol. tom. fig. tab. art. cf. Cf. v. vid. sc. scil. ibid. " +
			"id. op. cit. fl. ca. al. can."),
		Matter: map[string]string{"praefatio": "preface", "prooemium": "introduction", "introductio": "introduction", "prologus": "prologue",
			"ad-lectorem": "foreword", "gratiae": "acknowledgments", "gratiarum-actio": "acknowledgments", "epilogus": "epilogue",
			"conclusio": "conclusion", "appendix": "appendix", "additamentum": "appendix", "subscriptio": "colophon", "corrigenda": "errata",
			"errata": "errata"},
		Letters:  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		Repeated: set("iam non o heu semper magis etiam tam"),
		Joining:  set("a ab ad ante cum de e ex in inter per pro sine sub super et ac atque aut vel suus sua suum"),
		Stem: stemBy("a ae am as arum is us i o um os orum e em es ium ibus im u ui uum ebus ei er or ur t nt re ri ns ntis ntem ntes tus ta tum tio " +
			"tionis tionem tiones tas tatis tatem tates que"),
	}
}

func latinReader() Reader {
	return Reader{
		Page: []string{"pagina", "paginae", "pag", "p", "pp"},
		Line: []string{"linea", "lineae", "versus", "lin", "v"},
		On:   []string{"in"},
		Days: []string{"dies lunae", "dies martis", "dies mercurii", "dies iovis", "dies veneris", "dies saturni", "dies solis", "dominica"},
		Columns: Columns{
			Page:    []string{"pagina", "pag.", "pag", "p", "p.", "folium"},
			Line:    []string{"linea", "versus", "v"},
			Comment: []string{"adnotatio", "adnotationes", "nota", "notae", "emendatio"},
			Reader:  []string{"lector", "lectrix", "auctor", "nomen", "quis"},
			Words:   []string{"verba", "locus", "textus"},
			New:     []string{"novum", "legendum", "lege"},
			File:    []string{"documentum"},
			Row:     []string{"ordo documenti"},
			Date:    []string{"dies"},
			Heading: []string{"caput", "sectio", "lemma"},
			Book:    []string{"titulus", "liber"},
		},
		Labels: Labels{
			Passage: []string{"locus", "verba", "textus"},
			Heading: []string{"caput", "sectio"},
			Comment: []string{"nota", "adnotatio"},
		},
		Kindle: Kindle{ // a Kindle speaks no Latin: what its readers see is mostly English
			Page:     []string{"page"},
			Location: []string{"location"},
			Added:    []string{"added on"},
			Note:     []string{"note"},
		},
		Anybody: []string{"usor", "hospes", "administrator", "ignotus", "lector", "ego", "auctor"},
	}
}

// latinWord returns a number from 1 to 99 in words.
func latinWord(n int) string {
	ones := [...]string{"", "unus", "duo", "tres", "quattuor", "quinque", "sex", "septem", "octo", "novem", "decem", "undecim", "duodecim", "tredecim",
		"quattuordecim", "quindecim", "sedecim", "septendecim", "duodeviginti", "undeviginti"}
	tens := [...]string{"viginti", "triginta", "quadraginta", "quinquaginta", "sexaginta", "septuaginta", "octoginta", "nonaginta"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(ones[n])
	case n%10 == 0:
		return Capital(tens[n/10-2])
	}
	return Capital(tens[n/10-2] + " " + ones[n%10])
}

// latinOrdinal returns an ordinal number from 1 to 99 in words, of the feminine.
func latinOrdinal(n int) string {
	ones := [...]string{"", "prima", "secunda", "tertia", "quarta", "quinta", "sexta", "septima", "octava", "nona", "decima", "undecima", "duodecima",
		"tertia decima", "quarta decima", "quinta decima", "sexta decima", "septima decima", "duodevicesima", "undevicesima"}
	tens := [...]string{"vicesima", "tricesima", "quadragesima", "quinquagesima", "sexagesima", "septuagesima", "octogesima", "nonagesima"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(ones[n])
	case n%10 == 0:
		return Capital(tens[n/10-2])
	}
	return Capital(tens[n/10-2] + " " + ones[n%10])
}

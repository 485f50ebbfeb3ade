package lang

import "strings"

// catalan returns the words and rules of Catalan.
func catalan() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"“", "”"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dash: "—", Dialog: true, Tight: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      catalanWord,
			PartWord:  catalanOrdinal,
			Ordinal:   ordinalBy(catalanOrdinal, "a"),
			Ordinals:  catalanOrdinals,
			Date:      "{day} {month} del {year}",
			Months: [12]string{"de gener", "de febrer", "de març", "d’abril", "de maig", "de juny", "de juliol", "d’agost", "de setembre",
				"d’octubre", "de novembre", "de desembre"},
			Plural: pluralBy(catalanPlural, "de del dels d’ a al en i o per pel sobre sense amb"),
		},
		Lists: Lists{Comma: ", ", And: " i ", Names: " i ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Taula",
			ByTheme:       "{entries} per temes",
			ByFirstWords:  "{entries} per primers mots",
			Subjects:      "Índex de matèries",
			Notes:         "Notes",
			OtherThemes:   "Altres",
			NumberedPart:  "Part {n}",
			PartInWords:   "{n} part",
			Untitled:      "Sense títol",
			Cover:         "Coberta",
			TitlePage:     "Portada",
			Copyright:     "Crèdits",
			Dedication:    "Dedicatòria",
			Epigraph:      "Epígraf",
			Colophon:      "Colofó",
			AboutThisCopy: "Sobre aquest exemplar",
		},
		References: References{
			See:             "vegeu",
			Page:            "pàgina\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "màxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Els números són els de les {entries}.",
			HeadingSee:      "Vegeu",
			HeadingSeeAlso:  "Vegeu també",
		},
		Notes: Notes{
			ToPage:  "Notes de la pàgina\u00A0{page}",
			ToPages: "Notes de les pàgines\u00A0{from}-{to}",
		},
		Asides: Asides{
			Note:       "Nota",
			Tip:        "Consell",
			Important:  "Important",
			Warning:    "Advertiment",
			Caution:    "Compte",
			Example:    "Exemple",
			Exercise:   "Exercici",
			Question:   "Pregunta",
			Discussion: "Per debatre",
			Summary:    "Resum",
		},
		Tables: Tables{
			Continued: "{caption} (continuació)",
			Goes:      "(continuació)",
			Turned:    "La taula és a la {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "taula\u00A0{n}",
			FigureLabel: "Figura\u00A0{n}.", TableLabel: "Taula\u00A0{n}.",
			Figures: "Índex de figures", Tables: "Índex de taules",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "mems", Means: "un pensament per transmetre"},
				"metaphor": {Name: "metàfora", Plural: "metàfores", Means: "una cosa vista com una altra", Line: "{tenor} com {vehicle}"},
			},
			Maxims:     "màximes",
			Entries:    "entrades",
			Themes:     "Temes",
			Audience:   "Per a",
			Card:       "fitxa: {text}",
			Draft:      "ESBORRANY",
			DraftOnly:  "Esborrany: encara no és al llibre.",
			Drafts:     "Esborranys: ",
			DraftFolio: "E{n}",
			Picture:    "[imatge: {alt}]",
		},
		Makers: Makers{
			By: "per {names}",
			Credits: map[string]Pattern{"edt": "Edició a cura de {name}", "ill": "Il·lustrat per {name}", "trl": "Traduït per {name}",
				"aui": "Introducció: {name}", "aft": "Epíleg: {name}", "pht": "Fotografies: {name}", "art": "Imatges: {name}",
				"win": "Introducció: {name}", "wpr": "Prefaci: {name}", "bkd": "Disseny: {name}", "cov": "Coberta: {name}",
				"dsr": "Disseny: {name}", "com": "Tria de textos: {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "curador", "ill": "il·lustrador", "trl": "traductor",
				"aui": "autor de la introducció", "pht": "fotògraf", "bkd": "dissenyador del llibre", "nrt": "narrador"},
			Contributor: "col·laborador",
		},
		Imprint: Imprint{
			ISBN:           "ISBN: {isbn}",
			LCCN:           "LCCN: {lccn}",
			Names:          "Noms: {text}",
			Title:          "Títol: {text}",
			Description:    "Publicació: {text}",
			Identifiers:    "Identificadors: {text}",
			Subjects:       "Matèries: {text}",
			Classification: "Classificació: {text}",
			Typeface:       "Compost en {name}, tipus de lletra amb llicència SIL Open Font License.",
			Typefaces:      "Compost en {names}, tipus de lletra amb llicència SIL Open Font License.",
			SetIn:          "Compost en {font}",
			DesignedBy:     ", tipus de lletra dissenyat per {designer}",
			MadeBy:         ". Línies, pàgines i índexs els ha fet octavo a partir de l’original de l’autor.",
		},
		Typescript: Typescript{Length: "uns {n}\u00A0mots", Chapter: "Capítol {n}"},
		Review: Review{
			Notice:          "Proves sense corregir. Prohibida la venda",
			Quotations:      "Aquestes proves no estan corregides. Si us plau, confronteu qualsevol citació amb el llibre definitiu.",
			Unnamed:         "exemplar de premsa",
			Front:           "Coberta",
			Data:            "Fitxa tècnica",
			Changes:         "Canvis",
			Title:           "Títol",
			Author:          "Autor",
			Publisher:       "Editorial",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Pàgines",
			PagesInPrint:    "Pàgines impreses",
			Price:           "Preu",
			Publication:     "Publicació",
			Edition:         "Edició",
			Manuscript:      "Original",
			Subjects:        "Matèries",
			Contact:         "Contacte",
			Comments:        "Observacions",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0polzades)",
			InPrint:         "paper",
			AsHardcover:     "tapa dura",
			InPaper:         "tapa tova",
			AsEPUB:          "EPUB",
			ToCome:          "per anunciar",
			State:           "Original {revision} del {date}",
			DatedState:      "Original {revision}, {date}",
			BookPages:       "Les pàgines i els seus números són els del llibre. ",
			TypescriptPages: "Això és un original mecanografiat: les seves pàgines no són les del llibre. ",
			NumberedLines: "Cada {nth} línia d’una pàgina porta el seu número al marge, perquè una observació pugui dir a què es refereix: " +
				"«pàgina\u00A042, línia\u00A017». Les notes que s’escriguin en aquest fitxer amb qualsevol lector de PDF troben el seu lloc a " +
				"l’original de l’autor.",
			EveryLine: "nova",
			Number:    "Exemplar {n} de {of}",
			For:       "per a",
			Reader:    "per a {name}",
			NumberFor: "{copy}, per a {name}",
			Drafts:    "Esborranys: encara no són al llibre",
			Removed:   "suprimit després d’això: {title}",
			TK:        "Falta text",
		},
		Changes: Changes{
			Since:           "Què ha canviat des de: {state}",
			LastCopy:        "el vostre últim exemplar, original {revision}",
			None:            "Res.",
			New:             "nou",
			Removed:         "suprimit",
			Moved:           "traslladat",
			Changed:         "modificat",
			In:              "pàgina\u00A0{n} de l’edició impresa",
			From:            "provinent de «{chapter}»",
			WordsNew:        Counted{One: "{n}\u00A0mot nou", Other: "{n}\u00A0mots nous"},
			WordsGone:       Counted{One: "{n}\u00A0mot suprimit", Other: "{n}\u00A0mots suprimits"},
			OtherPicture:    "una altra imatge",
			OtherForm:       "en una altra forma",
			OtherKeys:       "altres dades: {keys}",
			CrossReferences: "remissions",
		},
		Errata: Errata{
			Title:   "Fe d’errates",
			Line:    "línia\u00A0{n}",
			ForRead: "on diu {was} ha de dir {is}",
			Delete:  "cal suprimir {was}",
			Insert:  "cal afegir {is}",
		},
		Trade: Trade{
			Sheet:        "Fitxa del llibre",
			About:        "Sobre el llibre",
			AboutAuthor:  "Sobre l’autoria",
			AboutAuthors: "Sobre l’autoria",
			FromTheBook:  "Del llibre",
			Inside:       "Una mirada a l’interior",
			Order:        "Com demanar-lo",
			Series:       "Col·lecció",
			Rights:       "Drets",
			Excerpt:      "Fragment",
			ExcerptOf:    "{title} (fragment)",
			IsExcerpt:    "Això ha estat un fragment de {title}.",
			WholeBook:    "El llibre sencer",
		},
		Answers: Answers{
			Title:    "Les seves observacions",
			Thanks:   "Gràcies per una lectura tan atenta. Vet aquí què se n’ha fet, de les seves observacions.",
			At:       "pàgina\u00A0{page}, línia\u00A0{line}",
			Taken:    "acceptada",
			Changed:  "canviat d’una altra manera",
			Declined: "deixat com estava",
			Open:     "pendent",
			Gone:     "ja no és al llibre",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0fitxa", Other: "{n}\u00A0fitxes"},
			Themes:      "Temes",
			Blank:       "Per apuntar",
			Deck:        "{title}: fitxes",
			AtAGlance:   "{title}: les fitxes d’un cop d’ull",
			Proof:       "{title}: prova d’una fitxa",
			Calibration: "{title}: ajust del revers",
		},
		Sheets: Sheets{
			Front:      "{sheet} anvers",
			Back:       "{sheet} revers",
			Of:         "{n} de {of}",
			ProofFront: "anvers de {card}",
			ProofBack:  "revers",
			Ruler:      "Aquest regle fa {mm}\u00A0mm quan la fitxa té la mida real. Si no els fa, imprimiu al 100\u00A0%.",
			Jig:        "plantilla",
			JigCard:    "una fitxa de {size}",
			JigCut:     "talleu per la línia discontínua, a {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "com plastificar",
			Title:      "Com es tallen i es plastifiquen les fitxes",
			PlainLabel: "instruccions",
			PlainTitle: "Com es fan les fitxes",
			PrintBothSides: "Imprimiu les pàgines {first} a\u00A0{n} a doble cara, a mida real (100\u00A0%), amb la impressora en gir per la vora {edge}. " +
				"Mireu un full a contrallum: cada revers ha de quedar darrere del seu anvers. Si no hi queda, octavo cards calibrate mostra " +
				"de quant es desvia.",
			PrintOneSide: "Imprimiu les pàgines {first} a\u00A0{n} a una cara, a mida real (100\u00A0%).",
			LongEdge:     "llarga",
			ShortEdge:    "curta",
			Cut: "Talleu en l’ordre dels números de sota, sempre d’un cap a l’altre del full, i manteniu els trossos en ordre. Una fitxa " +
				"tallada fa {size}.",
			Break: "Separeu les fitxes de la cartolina {stock} per la línia perforada. Una fitxa fa {size}.",
			Fold: "Talleu en l’ordre dels números de sota, plegueu cada tros per la línia discontínua, amb les cares impreses cap enfora, i " +
				"marqueu bé el plec.",
			Warm: "Deixeu que la plastificadora arribi a la temperatura que demana el film i introduïu-hi la funda per la vora segellada. " +
				"Deixeu-la plana fins que sigui freda.",
			LaySheet: "Poseu cada full en una funda de {pouch}, fins al fons de la vora segellada, de manera que el film sobresurti igual pels " +
				"altres costats.",
			OpenEdges: "Les vores d’aquestes fitxes són obertes: hi aflora el paper, que xucla aigua. Mantingueu-les seques o, la pròxima vegada, " +
				"talleu primer les fitxes i plastifiqueu-les després (laminate = \"cards\").",
			RoundCorners: "Arrodoniu els cantons amb una trepadora d’uns {mm}\u00A0mm, abans de posar-hi el film.",
			LayOnJig: "Poseu la funda oberta de {pouch} damunt la plantilla, que és la pàgina següent, i una fitxa a cada requadre. Els requadres " +
				"disten {mm}\u00A0mm entre si, perquè el film toqui film al voltant de cada fitxa.",
			CloseOnJig: "Tanqueu la funda sense moure les fitxes i traieu-ne la plantilla fent-la lliscar.",
			CutDashes: "Talleu per la línia discontínua, a {mm}\u00A0mm de cada fitxa i mai dins del paper: una fitxa només queda segellada " +
				"mentre el film en sobresurt tot al voltant.",
			LayCard: "Poseu cada fitxa en una funda de {pouch} ({name}) de manera que el film sobresurti igual tot al voltant: {mm}\u00A0mm als " +
				"costats més estrets.",
			KeepFilm: "No talleu el film: una fitxa només queda segellada mentre el film en sobresurt tot al voltant. Arrodoniu-ne els cantons si " +
				"punxen.",
			TestStock: "Imprimiu la pàgina\u00A0{first} en paper corrent i poseu-la a contrallum sobre un full de la cartolina " +
				"{stock}: cada fitxa ha de caure dins la seva línia perforada.",
			FeedStock:    "Poseu la cartolina full per full a la safata manual i deixeu assecar la tinta.",
			PunchCorners: "Arrodoniu els cantons amb una trepadora d’uns {mm}\u00A0mm.",
			Glue:         "Enganxeu les dues meitats de cada fitxa i deixeu-les assecar sota un pes.",
			OpenLines: "A {program}, poseu la pàgina a {sheet}, obriu {svg} (o {dxf}, si no llegeix SVG) i centreu les línies a " +
				"la pàgina. Totes juntes fan {size}.",
			TypeMarks: "Activeu les marques de registre de tres cantons i escriviu el que hi ha imprès: llargada {arm}\u00A0mm, " +
				"gruix {thickness}\u00A0mm, distància a la vora {inset}\u00A0mm.",
			CutByMachine: "Poseu un full a l’estora amb l’anvers amunt i el quadrat negre a dalt a l’esquerra, i deixeu que la " +
				"màquina busqui les marques. Talleu primer un full de paper corrent.",
			Upload: "A {program}, pengeu cada imatge {png} com a imatge plana per a Print Then Cut i fixeu-ne la mida: {size}. " +
				"La màquina talla per les vores.",
			AttachLines: "Pengeu també {svg}, poseu-ne les línies sobre la imatge, centre amb centre, i uniu-les: la màquina " +
				"talla per les línies.",
			PrintThere: "Imprimiu-la des d’allà en {sheet}, a mida real (100\u00A0%), i talleu primer un full de paper corrent.",
			PrintBacks: "Abans de tallar, imprimiu el revers a l’altra cara: la pàgina\u00A0{first} és la de la primera imatge, " +
				"i així les altres. És al mig del full: porteu-hi la imatge i mireu el primer full a contrallum.",
		},
		Ordering: Ordering{
			Title:    "{title}: fitxes per a {service}",
			Choose:   "Trieu aquesta fitxa: {card}. El joc en té {n}.",
			OwnBacks: "Doneu a cada fitxa un anvers i un revers propis.",
			UploadPictures: "Pengeu els anversos ({fronts}) en l’ordre dels números i després els reversos ({backs}) en el " +
				"mateix ordre: l’anvers i el revers d’una fitxa tenen el mateix número.",
			UploadFile: "Pengeu {file}. Té una pàgina per cara, el revers de cada fitxa abans de l’anvers.",
			Unscaled: "No deixeu que res s’escali: els fitxers tenen la mida justa, amb {mm}\u00A0mm tot al voltant que es " +
				"tallen.",
			Finish:  "El paper, l’acabat i la capsa són a triar: els fitxers són els mateixos.",
			Preview: "Mireu cada fitxa a la previsualització i demaneu un joc abans de demanar-ne molts.",
		},
		Calibrate: Calibration{
			Front:  "anvers",
			Back:   "revers",
			OnBack: "El revers del full d’ajust. Gireu-lo i mireu-lo a contrallum.",
			Title:  "Els reversos queden darrere dels anversos?",
			Print:  []string{"Imprimiu aquest full a doble cara, tal com imprimiu les fitxes:", "a mida real (100\u00A0%), sense ajustar-lo a la pàgina."},
			Hold:   []string{"Poseu-lo contra una finestra, amb aquesta cara cap a vosaltres.", "Les línies del revers es transparenten."},
			Read: []string{"A cadascun dels quatre costats busqueu la línia de l’escala llarga",
				"que continua en una línia del revers i apunteu-ne el número.",
				"D’una línia a la següent hi ha un quart de mil·límetre. La línia",
				"gruixuda del revers indica al regle petit quin número serà, si fa no",
				"fa; si passa de 3, preneu-lo i torneu a imprimir després aquest full."},
			Type: []string{"Escriviu-los en una línia, amb un menys allà on n’hi hagi:"},
			Shifted: [2]Pattern{"S’afegeixen al que ja desplaça aquest revers: {right}\u00A0mm a la dreta,",
				"{down}\u00A0mm cap avall i {degrees}\u00A0graus."},
			Top:      "dalt",
			Bottom:   "baix",
			Left:     "esquerra",
			Right:    "dreta",
			Reminder: []string{"A contrallum, llegiu", "els números on", "les línies s’uneixen:", "x a l’ample, y a l’alt."},
		},
		Ebook: Ebook{
			Landmarks:    "Punts de referència",
			Start:        "Inici del text",
			PrintedPages: "Pàgines del llibre imprès",
			Pages:        "Pàgines",
			BackToText:   "Torna al text",
			CoverOf:      "Coberta de {title}",
			CoverBy:      ", per {names}",
			PrintedBook:  "{title}, el llibre imprès",
			Identifier:   "Identificador de la publicació",
		},
		Access: Accessibility{
			Text: "El text es pot mostrar amb qualsevol cos, tipus de lletra i color, i un lector de pantalla o una línia braille el llegeix en " +
				"ordre.",
			Ways:          " Un s’hi orienta amb {ways}.",
			Contents:      "una taula de continguts",
			Headings:      "els títols",
			Indexes:       "índexs amb enllaços",
			PageNumbers:   "els números de pàgina del llibre imprès",
			NoneDescribed: " Les imatges no tenen descripció.",
			SomeDescribed: " Algunes de les imatges no tenen descripció.",
			AllDescribed:  " Cada imatge està descrita amb paraules.",
			OnlyCover:     " No té cap imatge fora de la coberta, que està descrita amb paraules.",
			NoPictures:    " No té imatges.",
			Tables:        " Les taules donen nom a les seves columnes.",
			Notes:         " Les notes estan enllaçades amb les crides, en tots dos sentits.",
			Still:         " Res no s’hi mou, no hi fa pampallugues ni hi sona.",
			Statement: Statement{
				Title:       "Declaració d’accessibilitat",
				Reading:     "Maneres de lectura",
				Navigation:  "Navegació",
				Hazards:     "Riscos",
				Conformance: "Conformitat",
				Contact:     "Contacte",
				Meets:       "Aquesta publicació compleix {standard}. Certificat per: {name}.",
				Unclaimed:   "Ningú no ha certificat que aquesta publicació compleixi una norma d’accessibilitat.",
				WriteTo:     "Preguntes i observacions sobre l’accessibilitat: {address}",
				Made:        "Data d’aquesta declaració: {date}",
				Formulas:    " Les fórmules es donen en MathML.",
			},
		},
		Rules:  catalanRules(),
		Reader: catalanReader(),
	}
}

func catalanRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/ca.txt", Before: 2, After: 2},
		Clinging: set(`el la els les un una uns unes lo en na a al als de del dels per pel pels amb sense sobre sota entre fins des contra
			cap vers durant i o ni però que qui quan com on si perquè doncs
			meu meva teu teva seu seva mon ma ton ta son sa nostre nostra aquest aquesta aquests aquell aquella
			em et es ens us li ho hi ja no més molt tan
			l’ d’ n’ s’ m’ t’ jo tu ell ella nosaltres vosaltres ells elles és són era eren està ha han cal pot ser estar cada tot tota tots totes
			algun alguna aquestes aquells meus seus nostres dos dues tres quatre cinc sis set vuit nou deu dotze vint cent mil mai`),
		Opening:       set(`i o ni però que qu’ qui quan com on si perquè doncs mentre qual quals quant sinó`),
		StaysWithNext: set("a i o A I O"),
		BeforeNumber:  set("p. pp. pàg. pàgs. núm. núms. n. vol. vols. cap. caps. fig. figs. art. arts. ed. t. l. v. vv. f. c. §"),
		BeforeName:    set("sr. sra. srta. srs. dr. dra. drs. prof. profa. mn. st. sta. sant santa fra en na don"),
		AfterNumber:   set(`% ‰ € $ £ ° °C °F K mm cm m km m² km² ha pt mg g kg t ml cl dl l L s min h kB MB GB Hz kHz V W kW kWh EUR aC dC`),
		Abbreviations: []string{"a.C.", "d.C.", "p.ex.", "s.d.", "s.l.", "op.cit.", "loc.cit."},
		NoSentenceEnd: set("Sr. Sra. Srta. Srs. Dr. Dra. Prof. Profa. Mn. St. Sta. p. pp. pàg. pàgs. núm. vol. cap. fig. art. ed. cf. v. ex. op. ibid. íd. " +
			"av. c. s. t. aprox. trad."),
		Matter: map[string]string{"prefaci": "preface", "nota-de-l-autor": "preface", "nota-de-lautor": "preface", "presentacio": "foreword",
			"introduccio": "introduction", "proleg": "prologue", "agraiments": "acknowledgments", "epileg": "epilogue", "postfaci": "afterword",
			"conclusio": "conclusion", "conclusions": "conclusion", "apendix": "appendix", "apendixs": "appendix", "annex": "appendix",
			"annexos": "appendix", "colofo": "colophon", "credits": "credits", "fe-d-errates": "errata", "fe-derrates": "errata"},
		Articles:    []string{"el", "la", "els", "les", "l’", "l'", "lo", "en", "na", "un", "una", "uns", "unes"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		Elided:      set("s n m t ls ns xò xí"),
		MayBeElided: set("vui nem nar neu"),
		Repeated:    set("no sí molt ja ben poc a bé ai eh oh ui tot gairebé"),
		Joining:     set("el la els les l un una uns unes de del dels d a al en i o per pel amb sense sobre seu seva que"),
		Singular:    catalanSingular,
		Stem: stemBy("s es a os e ar er re ir ant ent int at ada ats ades ut uda uts udes it ida its ides ava aven ia ien arà erà irà ció cions sió sions " +
			"ment ments dor dora dors dores able ables ible ibles ista istes ós osa osos oses itat"),
	}
}

func catalanReader() Reader {
	return Reader{
		Page:     []string{"pàgina", "pàgines", "pagina", "pàg", "pag", "p", "pp"},
		Line:     []string{"línia", "línies", "linia", "ratlla", "l"},
		On:       []string{"a la", "en la"},
		Days:     []string{"dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"},
		HalfDays: []string{"a. m.", "p. m."},
		Columns: Columns{
			Page:    []string{"pàgina", "pagina", "pàg.", "pàg", "p", "p.", "foli", "número de pàgina"},
			Line:    []string{"línia", "linia", "ratlla", "número de línia", "l"},
			Comment: []string{"comentari", "comentaris", "observació", "observacions", "nota", "notes", "correcció", "anotació"},
			Reader:  []string{"lector", "lectora", "autor", "autora", "nom", "qui", "per", "revisor", "revisora"},
			Words:   []string{"mots", "paraules", "citació", "text", "passatge", "subratllat", "text subratllat", "text actual", "diu"},
			New:     []string{"substitució", "nou", "ha de dir", "canviar per", "text nou"},
			File:    []string{"fitxer", "arxiu"},
			Row:     []string{"fila", "línia del fitxer"},
			Date:    []string{"data", "creat", "subratllat el"},
			Heading: []string{"capítol", "capitol", "secció", "apartat", "entrada"},
			Book:    []string{"títol", "titol", "llibre", "títol del llibre"},
		},
		Labels: Labels{
			Passage: []string{"subratllat", "citació", "text", "passatge"},
			Heading: []string{"capítol", "secció"},
			Comment: []string{"nota", "comentari", "la meva nota"},
		},
		Kindle: Kindle{ // a Kindle speaks no Catalan: these are the words of Spanish
			Page:     []string{"página"},
			Location: []string{"posición"},
			Added:    []string{"añadido el"},
			Note:     []string{"nota"},
		},
		Anybody: []string{"usuari", "convidat", "administrador", "propietari", "desconegut", "lector", "jo", "autor", "anònim"},
	}
}

// catalanWord returns a number from 1 to 99 in words.
func catalanWord(n int) string {
	ones := [...]string{"", "u", "dos", "tres", "quatre", "cinc", "sis", "set", "vuit", "nou", "deu", "onze", "dotze", "tretze", "catorze",
		"quinze", "setze", "disset", "divuit", "dinou"}
	tens := [...]string{"vint", "trenta", "quaranta", "cinquanta", "seixanta", "setanta", "vuitanta", "noranta"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(ones[n])
	case n%10 == 0:
		return Capital(tens[n/10-2])
	case n < 30:
		return Capital("vint-i-" + ones[n%10])
	}
	return Capital(tens[n/10-2] + "-" + ones[n%10])
}

// catalanOrdinal returns an ordinal number from 1 to 99 in words, of the feminine.
func catalanOrdinal(n int) string {
	ones := [...]string{"Primera", "Segona", "Tercera", "Quarta", "Cinquena", "Sisena", "Setena", "Vuitena", "Novena", "Desena"}
	if n > 0 && n <= len(ones) {
		return ones[n-1]
	}
	word := catalanWord(n)
	for _, end := range [][2]string{{"-u", "-un"}, {"cinc", "cinqu"}, {"nou", "nov"}, {"deu", "des"}, {"e", ""}, {"a", ""}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok {
			return s + end[1] + "ena"
		}
	}
	if word == "" {
		return ""
	}
	return word + "ena"
}

// catalanOrdinals returns the forms of an ordinal in a title, the masculine and the feminine.
func catalanOrdinals(n int) []string {
	feminine := strings.ToLower(catalanOrdinal(n))
	if n < 5 {
		return []string{feminine, strings.TrimSuffix(feminine, "a")}
	}
	return []string{feminine, strings.TrimSuffix(feminine, "ena") + "è"}
}

// catalanPlural returns the plural of a word by the rules that have few exceptions.
func catalanPlural(word string) string {
	for _, end := range [][2]string{{"ca", "ques"}, {"ga", "gues"}, {"ça", "ces"}, {"ja", "ges"}, {"qua", "qües"}, {"gua", "gües"}, {"a", "es"}, {"à", "ans"},
		{"é", "ens"}, {"í", "ins"}, {"ó", "ons"}, {"ú", "uns"}, {"ès", "esos"}, {"ós", "osos"}, {"ís", "issos"}, {"ç", "ços"}, {"x", "xos"},
		{"s", "sos"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok {
			return s + end[1]
		}
	}
	return word + "s"
}

// catalanSingular returns a word without the ending of its plural.
func catalanSingular(word string) string {
	for _, end := range [][2]string{{"ques", "ca"}, {"gues", "ga"}, {"ons", "ó"}, {"ans", "à"}, {"ins", "í"}, {"es", "a"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok && len(s) >= 3 {
			return s + end[1]
		}
	}
	if len(word) > 3 && !strings.HasSuffix(word, "is") && !strings.HasSuffix(word, "us") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

package lang

import "strings"

// spanish returns the words and rules of Spanish as it is printed in Spain.
func spanish() *Language {
	ordinal := ordinalWords("primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima decimotercera decimocuarta "+
		"decimoquinta decimosexta decimoséptima decimoctava decimonovena",
		"vigésima trigésima cuadragésima quincuagésima sexagésima septuagésima octogésima nonagésima", " ")
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"«", "»"},
			Inner:  Marks{"“", "”"},
			Others: []QuoteChoice{{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}},
		},
		Spacing: Spacing{Number: "\u202F", Dash: "—", Dialog: true, Tight: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      spanishWord,
			PartWord:  ordinal,
			Ordinal:   ordinalBy(ordinal, ".ª"),
			Ordinals:  bothGenders(ordinal),
			Date:      "{day} de {month} de {year}",
			Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
				"diciembre"},
			Plural: pluralBy(spanishPlural, "de del a al en y o para por sobre sin con"),
		},
		Lists: Lists{Comma: ", ", And: " y ", Names: " y ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Índice",
			ByTheme:       "{entries} por temas",
			ByFirstWords:  "{entries} por primeras palabras",
			Subjects:      "Índice de materias",
			Notes:         "Notas",
			OtherThemes:   "Otros",
			NumberedPart:  "Parte {n}",
			PartInWords:   "{n} parte",
			Untitled:      "Sin título",
			Cover:         "Cubierta",
			TitlePage:     "Portada",
			Copyright:     "Créditos",
			Dedication:    "Dedicatoria",
			Epigraph:      "Epígrafe",
			Colophon:      "Colofón",
			AboutThisCopy: "Sobre este ejemplar",
		},
		References: References{
			See:             "véase",
			Page:            "página\u00A0{n}",
			PageAbbreviated: "pág.\u00A0{n}",
			Maxim:           "máxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Los números son los de las {entries}.",
			HeadingSee:      "Véase",
			HeadingSeeAlso:  "Véase también",
		},
		Notes: Notes{
			ToPage:  "Notas de la página\u00A0{page}",
			ToPages: "Notas de las páginas\u00A0{from}-{to}",
		},
		Asides: Asides{
			Note:       "Nota",
			Tip:        "Consejo",
			Important:  "Importante",
			Warning:    "Advertencia",
			Caution:    "Precaución",
			Example:    "Ejemplo",
			Exercise:   "Ejercicio",
			Question:   "Pregunta",
			Discussion: "Para debatir",
			Summary:    "Resumen",
		},
		Tables: Tables{
			Continued: "{caption} (continuación)",
			Goes:      "(continuación)",
			Turned:    "La tabla está en la {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "tabla\u00A0{n}",
			FigureLabel: "Figura\u00A0{n}.", TableLabel: "Tabla\u00A0{n}.",
			Figures: "Índice de figuras", Tables: "Índice de tablas",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meme", Plural: "memes", Means: "un pensamiento para transmitir"},
				"metaphor": {Name: "metáfora", Plural: "metáforas", Means: "una cosa vista como otra", Line: "{tenor} como {vehicle}"},
			},
			Maxims:     "máximas",
			Entries:    "entradas",
			Themes:     "Temas",
			Audience:   "Para",
			Card:       "ficha: {text}",
			Draft:      "BORRADOR",
			DraftOnly:  "Borrador: aún no está en el libro.",
			Drafts:     "Borradores: ",
			DraftFolio: "B{n}",
			Picture:    "[imagen: {alt}]",
		},
		Makers: Makers{
			By: "por {names}",
			Credits: map[string]Pattern{"edt": "Edición de {name}", "ill": "Ilustraciones de {name}", "trl": "Traducción de {name}",
				"aui": "Introducción de {name}", "aft": "Epílogo de {name}", "pht": "Fotografías de {name}", "art": "Imágenes de {name}",
				"win": "Introducción de {name}", "wpr": "Prólogo de {name}", "bkd": "Diseño de {name}", "cov": "Cubierta de {name}",
				"dsr": "Diseño de {name}", "com": "Compilación de {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "editor literario", "ill": "ilustrador", "trl": "traductor",
				"aui": "autor de la introducción", "pht": "fotógrafo", "bkd": "diseñador del libro", "nrt": "narrador"},
			Contributor: "colaborador",
		},
		Imprint: Imprint{
			ISBN:           "ISBN: {isbn}",
			LCCN:           "LCCN: {lccn}",
			Names:          "Nombres: {text}",
			Title:          "Título: {text}",
			Description:    "Descripción: {text}",
			Identifiers:    "Identificadores: {text}",
			Subjects:       "Materias: {text}",
			Classification: "Clasificación: {text}",
			Typeface:       "Compuesto en {name}, tipo de letra con licencia SIL Open Font License.",
			Typefaces:      "Compuesto en {names}, tipos de letra con licencia SIL Open Font License.",
			SetIn:          "Compuesto en {font}",
			DesignedBy:     ", tipo de letra diseñado por {designer}",
			MadeBy:         ". Líneas, páginas e índices los ha hecho octavo a partir del original del autor.",
		},
		Typescript: Typescript{Length: "unas {n}\u00A0palabras", Chapter: "Capítulo {n}"},
		Review: Review{
			Notice:          "Pruebas sin corregir. Prohibida su venta",
			Quotations:      "Estas pruebas están sin corregir. Por favor, coteje toda cita con el libro definitivo.",
			Unnamed:         "ejemplar de prensa",
			Front:           "Cubierta",
			Data:            "Ficha",
			Changes:         "Cambios",
			Title:           "Título",
			Author:          "Autor",
			Publisher:       "Editorial",
			ISBN:            "ISBN",
			Trim:            "Formato",
			Pages:           "Páginas",
			PagesInPrint:    "Páginas impresas",
			Price:           "Precio",
			Publication:     "Publicación",
			Edition:         "Edición",
			Manuscript:      "Original",
			Subjects:        "Materias",
			Contact:         "Contacto",
			Comments:        "Observaciones",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0pulgadas)",
			InPrint:         "papel",
			AsHardcover:     "tapa dura",
			InPaper:         "rústica",
			AsEPUB:          "EPUB",
			ToCome:          "por anunciar",
			State:           "Original {revision} del {date}",
			DatedState:      "Original {revision}, {date}",
			BookPages:       "Las páginas y sus números son los del libro. ",
			TypescriptPages: "Esto es un original mecanografiado: sus páginas no son las del libro. ",
			NumberedLines: "Cada {nth} línea de una página lleva su número al margen, para que una observación pueda decir a qué se refiere: " +
				"«página\u00A042, línea\u00A017». Las notas que se escriban en este archivo con cualquier lector de PDF llegan a su lugar en el " +
				"original del autor.",
			EveryLine: "nueva",
			Number:    "Ejemplar {n} de {of}",
			For:       "para",
			Reader:    "para {name}",
			NumberFor: "{copy}, para {name}",
			Drafts:    "Borradores: aún no están en el libro",
			Removed:   "suprimido tras esto: {title}",
			TK:        "Falta texto",
		},
		Changes: Changes{
			Since:           "Qué ha cambiado desde {state}",
			LastCopy:        "su último ejemplar, original {revision}",
			None:            "Nada.",
			New:             "nuevo",
			Removed:         "suprimido",
			Moved:           "trasladado",
			Changed:         "modificado",
			In:              "página\u00A0{n} de la edición impresa",
			From:            "procedente de «{chapter}»",
			WordsNew:        Counted{One: "{n}\u00A0palabra nueva", Other: "{n}\u00A0palabras nuevas"},
			WordsGone:       Counted{One: "{n}\u00A0palabra suprimida", Other: "{n}\u00A0palabras suprimidas"},
			OtherPicture:    "otra imagen",
			OtherForm:       "con otra forma",
			OtherKeys:       "otros datos: {keys}",
			CrossReferences: "remisiones",
		},
		Errata: Errata{
			Title:   "Fe de erratas",
			Line:    "línea\u00A0{n}",
			ForRead: "donde dice {was}, debe decir {is}",
			Delete:  "suprímase {was}",
			Insert:  "añádase {is}",
		},
		Trade: Trade{
			Sheet:        "Ficha del libro",
			About:        "Sobre el libro",
			AboutAuthor:  "Sobre la autoría",
			AboutAuthors: "Sobre la autoría",
			FromTheBook:  "Del libro",
			Inside:       "Una mirada al interior",
			Order:        "Cómo pedirlo",
			Series:       "Colección",
			Rights:       "Derechos",
			Excerpt:      "Extracto",
			ExcerptOf:    "{title} (extracto)",
			IsExcerpt:    "Esto ha sido un extracto de {title}.",
			WholeBook:    "El libro completo",
		},
		Answers: Answers{
			Title:    "Sus observaciones",
			Thanks:   "Gracias por una lectura tan atenta. Esto es lo que se ha hecho con sus observaciones.",
			At:       "página\u00A0{page}, línea\u00A0{line}",
			Taken:    "aceptada",
			Changed:  "cambiado de otro modo",
			Declined: "sin cambios",
			Open:     "pendiente",
			Gone:     "ya no está en el libro",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0ficha", Other: "{n}\u00A0fichas"},
			Themes:      "Temas",
			Blank:       "Para apuntar",
			Deck:        "{title}: fichas",
			AtAGlance:   "{title}: las fichas de un vistazo",
			Proof:       "{title}: prueba de una ficha",
			Calibration: "{title}: ajuste del reverso",
		},
		Sheets: Sheets{
			Front:      "{sheet} anverso",
			Back:       "{sheet} reverso",
			Of:         "{n} de {of}",
			ProofFront: "anverso de {card}",
			ProofBack:  "reverso",
			Ruler:      "Esta regla mide {mm}\u00A0mm cuando la ficha tiene su tamaño real. Si no los mide, imprima al 100\u00A0%.",
			Jig:        "plantilla",
			JigCard:    "una ficha de {size}",
			JigCut:     "corte por la línea discontinua, a {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "cómo plastificar",
			Title:      "Cómo cortar y plastificar las fichas",
			PlainLabel: "instrucciones",
			PlainTitle: "Cómo hacer las fichas",
			PrintBothSides: "Imprima las páginas {first} a\u00A0{n} a doble cara, a tamaño real (100\u00A0%), con la impresora en giro por el borde " +
				"{edge}. Mire una hoja al trasluz: cada reverso ha de quedar detrás de su anverso. Si no es así, octavo cards calibrate " +
				"muestra cuánto se desvía.",
			PrintOneSide: "Imprima las páginas {first} a\u00A0{n} a una cara, a tamaño real (100\u00A0%).",
			LongEdge:     "largo",
			ShortEdge:    "corto",
			Cut: "Corte en el orden de los números de abajo, siempre de un lado a otro de la hoja, y conserve los trozos en su orden. Una " +
				"ficha cortada mide {size}.",
			Break: "Separe el cartón {stock} por el perforado. Una ficha mide {size}.",
			Fold: "Corte en el orden de los números de abajo, doble cada trozo por la línea discontinua, con las caras impresas hacia " +
				"fuera, y marque bien el pliegue.",
			Warm: "Deje que la plastificadora alcance la temperatura que pide la película e introduzca la funda por el borde sellado. " +
				"Déjela en plano hasta que se enfríe.",
			LaySheet: "Meta cada hoja en una funda de {pouch}, hasta el fondo del borde sellado, de modo que la película sobresalga por " +
				"igual en los otros lados.",
			OpenEdges: "Los bordes de estas fichas están abiertos: en ellos asoma el papel, que absorbe agua. Manténgalas secas o, la próxima " +
				"vez, corte antes las fichas y plastifíquelas después (laminate = \"cards\").",
			RoundCorners: "Redondee las esquinas con una troqueladora de unos {mm}\u00A0mm, antes de poner la película.",
			LayOnJig: "Ponga la funda abierta de {pouch} sobre la plantilla, que es la página siguiente, y una ficha en cada recuadro. Los " +
				"recuadros distan {mm}\u00A0mm entre sí para que la película toque película alrededor de cada ficha.",
			CloseOnJig: "Cierre la funda sin mover las fichas y retire la plantilla deslizándola.",
			CutDashes: "Corte por la línea discontinua, a {mm}\u00A0mm de cada ficha y nunca en su papel: una ficha solo queda sellada " +
				"mientras la película sobresalga alrededor.",
			LayCard: "Meta cada ficha en una funda de {pouch} ({name}) de modo que la película sobresalga por igual alrededor: {mm}\u00A0mm en " +
				"los lados más estrechos.",
			KeepFilm: "No corte la película: una ficha solo queda sellada mientras la película sobresalga alrededor. Redondee sus esquinas si " +
				"pinchan.",
			TestStock: "Imprima la página\u00A0{first} en papel corriente y póngala a contraluz sobre una hoja del cartón " +
				"{stock}: cada ficha debe caer dentro de su perforado.",
			FeedStock:    "Introduzca el cartón hoja por hoja por la bandeja manual y deje secar la tinta.",
			PunchCorners: "Redondee las esquinas con una troqueladora de unos {mm}\u00A0mm.",
			Glue:         "Pegue las dos mitades de cada ficha y déjelas secar bajo un peso.",
			OpenLines: "En {program}, ajuste la página a {sheet}, abra {svg} (o {dxf}, si no lee SVG) y centre las líneas en la " +
				"página. Todas juntas miden {size}.",
			TypeMarks: "Active las marcas de registro de tres esquinas y escriba lo que está impreso: longitud {arm}\u00A0mm, " +
				"grosor {thickness}\u00A0mm, distancia al borde {inset}\u00A0mm.",
			CutByMachine: "Ponga una hoja en el tapete con la cara hacia arriba y el cuadrado negro arriba a la izquierda, y " +
				"deje que la máquina busque las marcas. Corte primero una hoja de papel corriente.",
			Upload: "En {program}, suba cada imagen {png} como imagen plana para Print Then Cut y fije su tamaño: {size}. La " +
				"máquina corta por sus bordes.",
			AttachLines: "Suba también {svg}, ponga sus líneas sobre la imagen, centro con centro, y una las dos cosas: la " +
				"máquina corta por las líneas.",
			PrintThere: "Imprímala desde allí en {sheet}, a tamaño real (100\u00A0%), y corte primero una hoja de papel " +
				"corriente.",
			PrintBacks: "Antes de cortar, imprima el reverso por el otro lado: la página\u00A0{first} es la de la primera " +
				"imagen, y así las demás. Está en el centro de la hoja: lleve allí la imagen y mire la primera hoja a contraluz.",
		},
		Ordering: Ordering{
			Title:    "{title}: fichas para {service}",
			Choose:   "Elija esta ficha: {card}. El juego tiene {n}.",
			OwnBacks: "Dé a cada ficha su propio anverso y su propio reverso.",
			UploadPictures: "Suba los anversos ({fronts}) en el orden de sus números y luego los reversos ({backs}) en el mismo " +
				"orden: el anverso y el reverso de una ficha tienen el mismo número.",
			UploadFile: "Suba {file}. Tiene una página por cara, el reverso de cada ficha antes de su anverso.",
			Unscaled:   "No deje que se cambie la escala: los archivos tienen su tamaño, con {mm}\u00A0mm alrededor que se cortan.",
			Finish:     "El papel, el acabado y la caja se eligen libremente: los archivos son los mismos.",
			Preview:    "Mire cada ficha en la vista previa y pida un juego antes de pedir muchos.",
		},
		Calibrate: Calibration{
			Front:  "anverso",
			Back:   "reverso",
			OnBack: "Reverso de la hoja de ajuste. Dele la vuelta y mírela al trasluz.",
			Title:  "¿Quedan los reversos detrás de los anversos?",
			Print:  []string{"Imprima esta hoja a doble cara, tal como imprime sus fichas:", "a tamaño real (100\u00A0%), sin ajustarla a la página."},
			Hold:   []string{"Sosténgala contra una ventana, con esta cara hacia usted.", "Las líneas del reverso se transparentan."},
			Read: []string{"En cada uno de los cuatro lados busque la línea de la escala larga",
				"que continúa en una línea del reverso y apunte su número.",
				"De una línea a la siguiente hay un cuarto de milímetro. La línea",
				"gruesa del reverso indica en la regla corta qué número será, más o",
				"menos; si pasa de 3, tome ese e imprima después otra vez esta hoja."},
			Type: []string{"Escríbalos en una línea, con un menos donde lo haya:"},
			Shifted: [2]Pattern{"Se suman a lo que ya desplaza este reverso: {right}\u00A0mm a la derecha,",
				"{down}\u00A0mm hacia abajo y {degrees}\u00A0grados."},
			Top:      "arriba",
			Bottom:   "abajo",
			Left:     "izquierda",
			Right:    "derecha",
			Reminder: []string{"Al trasluz, lea", "los números donde", "coinciden las líneas:", "x a lo ancho, y a lo alto."},
		},
		Ebook: Ebook{
			Landmarks:    "Puntos de referencia",
			Start:        "Comienzo del texto",
			PrintedPages: "Páginas del libro impreso",
			Pages:        "Páginas",
			BackToText:   "Volver al texto",
			CoverOf:      "Cubierta de {title}",
			CoverBy:      ", de {names}",
			PrintedBook:  "{title}, el libro impreso",
			Identifier:   "Identificador de la publicación",
		},
		Access: Accessibility{
			Text: "El texto puede mostrarse con cualquier tamaño, tipo de letra y color, y un lector de pantalla o una línea braille lo lee en " +
				"orden.",
			Ways:          " Es posible orientarse por {ways}.",
			Contents:      "un índice",
			Headings:      "títulos",
			Indexes:       "índices temáticos con enlaces",
			PageNumbers:   "los números de página del libro impreso",
			NoneDescribed: " Sus imágenes no tienen descripción.",
			SomeDescribed: " Algunas de sus imágenes no tienen descripción.",
			AllDescribed:  " Cada imagen está descrita con palabras.",
			OnlyCover:     " No tiene más imagen que la cubierta, que está descrita con palabras.",
			NoPictures:    " No tiene imágenes.",
			Tables:        " Las tablas dan nombre a sus columnas.",
			Notes:         " Las notas están enlazadas con sus llamadas, en ambos sentidos.",
			Still:         " Nada en él se mueve, parpadea ni suena.",
			Statement: Statement{
				Title:       "Declaración de accesibilidad",
				Reading:     "Modos de lectura",
				Navigation:  "Navegación",
				Hazards:     "Peligros",
				Conformance: "Conformidad",
				Contact:     "Contacto",
				Meets:       "Esta publicación cumple {standard}. Certificado por: {name}.",
				Unclaimed:   "Nadie ha certificado que esta publicación cumpla una norma de accesibilidad.",
				WriteTo:     "Preguntas y observaciones sobre la accesibilidad: {address}",
				Made:        "Fecha de esta declaración: {date}",
				Formulas:    " Las fórmulas se dan en MathML.",
			},
		},
		Rules:  spanishRules(),
		Reader: spanishReader(),
	}
}

func spanishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/es.txt", Before: 2, After: 2, Repeats: true},
		Clinging: set(`el la los las lo un una unos unas a al ante bajo con contra de del desde en entre hacia hasta para por según sin
			sobre tras durante y e o u ni pero mas sino aunque que quien cuando donde como cual cuyo cuya si porque pues
			mi mis tu tus su sus este esta estos estas ese esa esos esas aquel aquella
			me te se nos os le les no ya muy más tan
			yo tú él ella ello nosotros ellos ellas usted ustedes es son era eran está están fue ser estar ha han he hay había puede debe cada todo
			toda todos todas ningún ninguna algún alguna nuestro nuestra nuestros nuestras vuestro sólo solo menos dos tres cuatro cinco seis siete
			ocho nueve diez doce veinte cien mil nunca`),
		Opening: set(`y e o u ni pero mas sino aunque que quien quienes cuando donde como cual cuales cuyo cuya si porque pues mientras qué quién cómo cuándo
			dónde cuánto cuál por`),
		StaysWithNext: set("a e o u y A E O U Y"),
		BeforeNumber:  set("p. pp. pág. págs. n.º n.ª núm. núms. vol. vols. cap. caps. fig. figs. art. arts. ed. s. t. c. l. v. vv. f. fol. apdo. §"),
		BeforeName:    set("d. d.ª dña. don doña sr. sra. srta. sres. dr. dra. dres. prof. profa. fr. sto. sta. san santo santa mons. gral. ud. lic. ing."),
		AfterNumber: set(`% ‰ € $ £ ° °C °F K mm cm m km m² km² ha pt mg g kg t ml cl dl l L s min h kB MB GB Hz kHz V W kW kWh EUR USD MXN pta. ptas.
			a.m. p.m. a.C. d.C.`),
		Abbreviations: []string{"p.ej.", "P.ej.", "a.C.", "d.C.", "a.m.", "p.m.", "EE.UU.", "FF.AA.", "JJ.OO.", "q.e.p.d.", "s.f.", "s.l.", "op.cit.",
			"loc.cit.", "P.D."},
		NoSentenceEnd: set("Sr. Sra. Srta. Sres. D. D.ª Dña. Dr. Dra. Prof. Profa. Ud. Uds. Vd. Vds. Fr. Sto. Sta. Mons. Gral. Lic. Ing. p. pp. pág. " +
			"págs. núm. vol. cap. fig. art. ed. cf. cfr. v. vid. ej. op. ibid. íd. av. avda. c. s. t. aprox. trad."),
		Matter: map[string]string{"prefacio": "preface", "nota-del-autor": "preface", "nota-de-la-autora": "preface", "presentacion": "foreword",
			"introduccion": "introduction", "prologo": "prologue", "agradecimientos": "acknowledgments", "epilogo": "epilogue",
			"posfacio": "afterword", "postfacio": "afterword", "conclusion": "conclusion", "conclusiones": "conclusion",
			"apendice": "appendix", "apendices": "appendix", "anexo": "appendix", "anexos": "appendix", "colofon": "colophon",
			"creditos": "credits", "erratas": "errata", "fe-de-erratas": "errata"},
		Articles:    []string{"el", "la", "los", "las", "lo", "un", "una", "unos", "unas"},
		Letters:     "A B C D E F G H I J K L M N Ñ O P Q R S T U V W X Y Z",
		MayBeElided: set("ta tá tás tamos ámonos orita"),
		Clipped:     set("pa na to mu"),
		Repeated:    set("no sí muy ya así nada poco luego ja ay eh oh bla casi mucho tan"),
		Joining:     set("el la los las lo un una unos unas de del a al en y e o u para por sobre sin con su sus que"),
		Singular:    spanishSingular,
		Stem: stemBy("s es a o as os e ar er ir ando iendo ado ada ados adas ido ida idos idas aba aban ía ían ó aron ieron ará erá irá ción ciones " +
			"sión siones miento mientos mente dor dora dores doras able ibles ista istas oso osa osos osas"),
	}
}

func spanishReader() Reader {
	return Reader{
		Page:     []string{"página", "páginas", "pagina", "pág", "pag", "págs", "p", "pp"},
		Line:     []string{"línea", "líneas", "linea", "lín", "renglón", "l"},
		On:       []string{"en la", "en"},
		Days:     []string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
		HalfDays: []string{"a. m.", "p. m.", "a.m.", "p.m."},
		Columns: Columns{
			Page:    []string{"página", "pagina", "pág.", "pág", "p", "p.", "folio", "número de página"},
			Line:    []string{"línea", "linea", "renglón", "número de línea", "l"},
			Comment: []string{"comentario", "comentarios", "observación", "observaciones", "nota", "notas", "corrección", "anotación"},
			Reader:  []string{"lector", "lectora", "autor", "autora", "nombre", "quién", "por", "revisor", "revisora"},
			Words:   []string{"palabras", "cita", "texto", "pasaje", "subrayado", "texto subrayado", "texto actual", "dice"},
			New:     []string{"sustitución", "nuevo", "debe decir", "cambiar por", "texto nuevo"},
			File:    []string{"archivo", "fichero"},
			Row:     []string{"fila", "línea del archivo"},
			Date:    []string{"fecha", "creado", "subrayado el"},
			Heading: []string{"capítulo", "capitulo", "sección", "apartado", "entrada"},
			Book:    []string{"título", "titulo", "libro", "título del libro"},
		},
		Labels: Labels{
			Passage: []string{"subrayado", "cita", "texto", "pasaje"},
			Heading: []string{"capítulo", "sección"},
			Comment: []string{"nota", "comentario", "mi nota"},
		},
		Kindle: Kindle{
			Page:     []string{"página"},
			Location: []string{"posición"},
			Added:    []string{"añadido el"},
			Note:     []string{"nota"},
		},
		Excerpts: []string{"Todos los extractos de", "Extracto de"},
		Anybody: []string{"usuario", "invitado", "administrador", "propietario", "desconocido", "lector", "yo", "autor", "anónimo",
			"anónima"},
	}
}

// spanishWord returns a number from 1 to 99 in words.
func spanishWord(n int) string {
	ones := [...]string{"", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
		"catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés",
		"veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"}
	tens := [...]string{"treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < len(ones):
		return Capital(ones[n])
	case n%10 == 0:
		return Capital(tens[n/10-3])
	}
	return Capital(tens[n/10-3] + " y " + ones[n%10])
}

// spanishPlural returns the plural of a word by the rules that have few exceptions.
func spanishPlural(word string) string {
	for _, end := range [][2]string{{"ión", "iones"}, {"ón", "ones"}, {"án", "anes"}, {"én", "enes"}, {"ín", "ines"}, {"és", "eses"}, {"z", "ces"},
		{"í", "íes"}, {"ú", "úes"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok {
			return s + end[1]
		}
	}
	switch {
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"):
		return word
	case strings.ContainsAny(word[len(word)-1:], "aeiou"), strings.HasSuffix(word, "é"), strings.HasSuffix(word, "á"), strings.HasSuffix(word, "ó"):
		return word + "s"
	}
	return word + "es"
}

// spanishSingular returns a word without the ending of its plural.
func spanishSingular(word string) string {
	for _, end := range [][2]string{{"iones", "ión"}, {"ces", "z"}, {"res", "r"}, {"les", "l"}, {"des", "d"}, {"nes", "n"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok && len(s) >= 3 {
			return s + end[1]
		}
	}
	if len(word) > 3 && !strings.HasSuffix(word, "is") && !strings.HasSuffix(word, "us") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

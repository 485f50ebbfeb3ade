package lang

import (
	"strconv"
	"strings"
)

// romanian returns the words and rules of Romanian.
func romanian() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"„", "”"},
			Inner:  Marks{"«", "»"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"„", "”"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dash: "—", Dialog: true, Spine: SpineUp},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      romanianWord,
			PartWord:  romanianOrdinal,
			Ordinal: func(n int) string {
				if n == 1 {
					return "primul"
				}
				return "al " + romanianNth(n)
			},
			Ordinals: func(n int) []string {
				if n == 1 {
					return []string{"întâi", "întîi", "prima", "primul"}
				}
				return []string{"al " + romanianNth(n), "al " + Roman(n) + "-lea", "a " + Roman(n) + "-a"}
			},
			Date: "{day} {month} {year}",
			Months: [12]string{"ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie",
				"noiembrie", "decembrie"},
		},
		Lists: Lists{Comma: ", ", And: " și ", Names: " și ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Cuprins",
			ByTheme:       "{entries} pe teme",
			ByFirstWords:  "{entries} după primele cuvinte",
			Subjects:      "Indice tematic",
			Notes:         "Note",
			OtherThemes:   "Altele",
			NumberedPart:  "Partea {n}",
			PartInWords:   "Partea {n}",
			Untitled:      "Fără titlu",
			Cover:         "Copertă",
			TitlePage:     "Pagină de titlu",
			Copyright:     "Caseta tehnică",
			Dedication:    "Dedicație",
			Epigraph:      "Motto",
			Colophon:      "Colofon",
			AboutThisCopy: "Despre acest exemplar",
		},
		References: References{
			See:             "vezi",
			Page:            "pagina\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "maxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Numerele trimit la {entries}.",
			HeadingSee:      "Vezi",
			HeadingSeeAlso:  "Vezi și",
		},
		Notes: Notes{
			ToPage:  "Note la pagina\u00A0{page}",
			ToPages: "Note la paginile\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Notă",
			Tip:        "Sfat",
			Important:  "De reținut",
			Warning:    "Avertisment",
			Caution:    "Atenție",
			Example:    "Exemplu",
			Exercise:   "Exercițiu",
			Question:   "Întrebare",
			Discussion: "De discutat",
			Summary:    "Rezumat",
		},
		Tables: Tables{
			Continued: "{caption} (continuare)",
			Goes:      "(continuare)",
			Turned:    "Tabelul se află la {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "tabelul\u00A0{n}",
			FigureLabel: "Figura\u00A0{n}.", TableLabel: "Tabelul\u00A0{n}.",
			Figures: "Lista figurilor", Tables: "Lista tabelelor",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "memă", Plural: "meme", Means: "un gând de dat mai departe"},
				"metaphor": {Name: "metaforă", Plural: "metafore", Means: "un lucru văzut ca altul", Line: "{tenor} ca {vehicle}"},
			},
			Maxims:     "maxime",
			Entries:    "articole",
			Themes:     "Teme",
			Audience:   "Pentru",
			Card:       "cartonaș: {text}",
			Draft:      "CIORNĂ",
			DraftOnly:  "Ciornă: nu este încă în carte.",
			Drafts:     "Ciorne: ",
			DraftFolio: "C{n}",
			Picture:    "[imagine: {alt}]",
		},
		Makers: Makers{
			By: "de {names}",
			Credits: map[string]Pattern{"edt": "Ediție îngrijită de {name}", "ill": "Ilustrații de {name}", "trl": "Traducere de {name}",
				"aui": "Introducere de {name}", "aft": "Postfață de {name}", "pht": "Fotografii de {name}", "art": "Imagini de {name}",
				"win": "Introducere de {name}", "wpr": "Prefață de {name}", "bkd": "Machetă de {name}", "cov": "Coperta de {name}",
				"dsr": "Concepție grafică de {name}", "com": "Antologie de {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "îngrijitor de ediție", "ill": "ilustrator", "trl": "traducător",
				"aui": "autorul introducerii", "pht": "fotograf", "bkd": "machetator", "nrt": "narator"},
			Contributor: "colaborator",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nume: {text}",
			Title:          "Titlu: {text}",
			Description:    "Descriere: {text}",
			Identifiers:    "Identificatori: {text}",
			Subjects:       "Subiecte: {text}",
			Classification: "Clasificare: {text}",
			Typeface:       "Cules cu litera {name}, sub licența SIL Open Font License.",
			Typefaces:      "Cules cu literele {names}, sub licența SIL Open Font License.",
			SetIn:          "Cules cu litera {font}",
			DesignedBy:     ", desenată de {designer}",
			MadeBy:         ". Rândurile, paginile și indicii au fost făcute de octavo după manuscrisul autorului.",
		},
		Typescript: Typescript{Length: "în jur de {n} de\u00A0cuvinte", Chapter: "Capitolul {n}"},
		Review: Review{
			Notice:          "Șpalt necorectat – nedestinat vânzării",
			Quotations:      "Acesta este un șpalt necorectat. Vă rugăm să confruntați orice citat cu volumul apărut.",
			Unnamed:         "exemplar de semnal",
			Front:           "Prima pagină",
			Data:            "Date",
			Changes:         "Modificări",
			Title:           "Titlu",
			Author:          "Autor",
			Publisher:       "Editură",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Pagini",
			PagesInPrint:    "Pagini tipărite",
			Price:           "Preț",
			Publication:     "Apariție",
			Edition:         "Ediție",
			Manuscript:      "Manuscris",
			Subjects:        "Subiecte",
			Contact:         "Contact",
			Comments:        "Observații",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0in)",
			InPrint:         "tipărit",
			AsHardcover:     "copertă tare",
			InPaper:         "broșat",
			AsEPUB:          "EPUB",
			ToCome:          "se va anunța",
			State:           "Manuscrisul {revision} din {date}",
			DatedState:      "Manuscrisul {revision}, {date}",
			BookPages:       "Paginile și numerele lor sunt cele ale cărții. ",
			TypescriptPages: "Acesta este un dactilogram: paginile lui nu sunt cele ale cărții. ",
			NumberedLines: "Fiecare {nth} rând al unei pagini are numărul alături, pentru ca o observație să poată spune unde se aplică: „pagina\u00A042, " +
				"rândul\u00A017”. Notele scrise în acest fișier cu orice cititor de PDF își găsesc locul în manuscrisul autorului.",
			EveryLine: "nou",
			Number:    "Exemplarul {n} din {of}",
			For:       "pentru",
			Reader:    "pentru {name}",
			NumberFor: "{copy}, pentru {name}",
			Drafts:    "Ciorne: nu sunt încă în carte",
			Removed:   "scos după acest loc: {title}",
			TK:        "De completat",
		},
		Changes: Changes{
			Since:           "Ce s-a schimbat față de: {state}",
			LastCopy:        "ultimul dumneavoastră exemplar, manuscrisul {revision}",
			None:            "Nimic.",
			New:             "nou",
			Removed:         "scos",
			Moved:           "mutat",
			Changed:         "schimbat",
			In:              "pagina\u00A0{n} a ediției tipărite",
			From:            "din „{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0cuvânt nou", Few: "{n}\u00A0cuvinte noi", Other: "{n} de\u00A0cuvinte noi"},
			WordsGone:       Counted{One: "{n}\u00A0cuvânt scos", Few: "{n}\u00A0cuvinte scoase", Other: "{n} de\u00A0cuvinte scoase"},
			OtherPicture:    "altă imagine",
			OtherForm:       "în altă formă",
			OtherKeys:       "alte date: {keys}",
			CrossReferences: "trimiteri",
		},
		Errata: Errata{
			Title:   "Erată",
			Line:    "rândul\u00A0{n}",
			ForRead: "în loc de {was} se va citi {is}",
			Delete:  "{was} se elimină",
			Insert:  "{is} se adaugă",
		},
		Trade: Trade{
			Sheet:        "Fișa cărții",
			About:        "Despre carte",
			AboutAuthor:  "Despre autor",
			AboutAuthors: "Despre autori",
			FromTheBook:  "Din carte",
			Inside:       "O privire în interior",
			Order:        "Cum se comandă",
			Series:       "Colecție",
			Rights:       "Drepturi",
			Excerpt:      "Fragment",
			ExcerptOf:    "{title} (fragment)",
			IsExcerpt:    "Ați citit un fragment din {title}.",
			WholeBook:    "Cartea întreagă",
		},
		Answers: Answers{
			Title:    "Observațiile dumneavoastră",
			Thanks:   "Vă mulțumim pentru o lectură atât de atentă. Iată ce s-a făcut cu observațiile dumneavoastră.",
			At:       "pagina\u00A0{page}, rândul\u00A0{line}",
			Taken:    "acceptată",
			Changed:  "modificat altfel",
			Declined: "lăsat neschimbat",
			Open:     "încă deschisă",
			Gone:     "nu mai este în carte",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0cartonaș", Few: "{n}\u00A0cartonașe", Other: "{n} de\u00A0cartonașe"},
			Themes:      "Teme",
			Blank:       "De notat",
			Deck:        "{title}: cartonașe",
			AtAGlance:   "{title}: cartonașele dintr-o privire",
			Proof:       "{title}: proba unui cartonaș",
			Calibration: "{title}: reglarea versoului",
		},
		Sheets: Sheets{
			Front:      "{sheet} față",
			Back:       "{sheet} verso",
			Of:         "{n} din {of}",
			ProofFront: "fața pentru {card}",
			ProofBack:  "verso",
			Ruler:      "Această riglă are {mm}\u00A0mm când cartonașul are mărimea reală. Dacă nu îi are, tipăriți la 100%.",
			Jig:        "șablon",
			JigCard:    "un cartonaș de {size}",
			JigCut:     "tăiați pe linia întreruptă, la {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "cum se laminează",
			Title:      "Cum se taie și se laminează cartonașele",
			PlainLabel: "instrucțiuni",
			PlainTitle: "Cum se fac cartonașele",
			PrintBothSides: "Tipăriți paginile {first}–{n} față-verso, la mărimea reală (100%), cu imprimanta setată să întoarcă pe latura {edge}. Țineți " +
				"o coală în lumină: fiecare verso trebuie să fie în spatele feței sale. Dacă nu este, octavo cards calibrate arată cu cât se abate.",
			PrintOneSide: "Tipăriți paginile {first}–{n} pe o singură față, la mărimea reală (100%).",
			LongEdge:     "lungă",
			ShortEdge:    "scurtă",
			Cut: "Tăiați în ordinea numerelor de mai jos, mereu de la un capăt la altul al colii, și păstrați bucățile în ordine. Un cartonaș " +
				"tăiat are {size}.",
			Break: "Desprindeți cartonașele din coala {stock} de-a lungul perforației. Un cartonaș are {size}.",
			Fold: "Tăiați în ordinea numerelor de mai jos, apoi îndoiți fiecare bucată pe linia întreruptă, cu fețele tipărite în afară, și apăsați " +
				"bine îndoitura.",
			Warm: "Lăsați laminatorul să ajungă la temperatura cerută de folie și introduceți punga cu latura sigilată înainte. Lăsați-o întinsă până " +
				"se răcește.",
			LaySheet: "Puneți fiecare coală într-o pungă de {pouch}, împinsă până în latura sigilată, cu folia ieșind egal pe celelalte laturi.",
			OpenEdges: "Marginile acestor cartonașe sunt deschise: acolo hârtia iese la iveală și absoarbe apă. Țineți-le uscate sau, data viitoare, " +
				"tăiați întâi cartonașele și laminați-le după aceea (laminate = \"cards\").",
			RoundCorners: "Rotunjiți colțurile cu un perforator de circa {mm}\u00A0mm, înainte de a pune folia.",
			LayOnJig: "Așezați punga deschisă de {pouch} pe șablon, care este pagina următoare, și câte un cartonaș pe fiecare chenar. Chenarele sunt " +
				"la {mm}\u00A0mm unul de altul, ca folia să atingă folie în jurul fiecărui cartonaș.",
			CloseOnJig: "Închideți punga fără să mișcați cartonașele și trageți șablonul afară.",
			CutDashes: "Tăiați pe linia întreruptă, la {mm}\u00A0mm de fiecare cartonaș și niciodată în hârtia lui: un cartonaș rămâne sigilat numai " +
				"cât timp folia iese de jur împrejur.",
			LayCard: "Puneți fiecare cartonaș într-o pungă de {pouch} ({name}) astfel încât folia să iasă egal de jur împrejur: {mm}\u00A0mm pe laturile " +
				"mai înguste.",
			KeepFilm: "Nu tăiați folia: un cartonaș rămâne sigilat numai cât timp folia iese de jur împrejur. Rotunjiți-i colțurile dacă " +
				"înțeapă.",
			TestStock: "Tipăriți pagina\u00A0{first} pe hârtie obișnuită și țineți-o în fața luminii peste o coală {stock}: " +
				"fiecare cartonaș trebuie să cadă în interiorul perforației sale.",
			FeedStock:    "Puneți colile una câte una în tava manuală și lăsați cerneala să se usuce.",
			PunchCorners: "Rotunjiți colțurile cu un perforator de circa {mm}\u00A0mm.",
			Glue:         "Lipiți cele două jumătăți ale fiecărui cartonaș și lăsați-le să se usuce sub o greutate.",
			OpenLines: "În {program} alegeți pagina {sheet}, deschideți {svg} (sau {dxf}, dacă nu citește SVG) și centrați " +
				"liniile pe pagină. Împreună măsoară {size}.",
			TypeMarks: "Activați semnele de registru la trei colțuri și scrieți ce este tipărit: lungime {arm}\u00A0mm, grosime " +
				"{thickness}\u00A0mm, distanța de la margine {inset}\u00A0mm.",
			CutByMachine: "Puneți o coală pe covoraș cu fața în sus și pătratul negru în stânga sus și lăsați mașina să caute " +
				"semnele. Tăiați mai întâi o coală de hârtie obișnuită.",
			Upload: "În {program} încărcați fiecare imagine {png} ca imagine plată pentru Print Then Cut și fixați-i mărimea: " +
				"{size}. Mașina taie de-a lungul marginilor ei.",
			AttachLines: "Încărcați și {svg}, puneți liniile peste imagine, centru peste centru, și atașați-le: mașina taie " +
				"de-a lungul liniilor.",
			PrintThere: "Tipăriți-o de acolo pe {sheet}, la mărimea reală (100%), și tăiați mai întâi o coală de hârtie " +
				"obișnuită.",
			PrintBacks: "Înainte de a tăia, tipăriți versoul pe cealaltă parte: pagina\u00A0{first} este cea a primei imagini " +
				"și așa mai departe. Stă în mijlocul colii: mutați imaginea acolo și priviți prima coală în lumină.",
		},
		Ordering: Ordering{
			Title:    "{title}: cartonașe pentru {service}",
			Choose:   "Alegeți acest cartonaș: {card}. Setul are {n}.",
			OwnBacks: "Dați fiecărui cartonaș o față și un verso ale lui.",
			UploadPictures: "Încărcați fețele ({fronts}) în ordinea numerelor, apoi versourile ({backs}) în aceeași ordine: " +
				"fața și versoul unui cartonaș au același număr.",
			UploadFile: "Încărcați {file}. Are câte o pagină pentru fiecare față, versoul fiecărui cartonaș înaintea feței.",
			Unscaled:   "Nu lăsați nimic să fie scalat: fișierele au mărimea lor, cu {mm}\u00A0mm de jur împrejur care se taie.",
			Finish:     "Hârtia, finisajul și cutia sunt la alegere: fișierele rămân aceleași.",
			Preview:    "Priviți fiecare cartonaș în previzualizare și comandați un set înainte de a comanda mai multe.",
		},
		Calibrate: Calibration{
			Front:  "față",
			Back:   "verso",
			OnBack: "Versoul colii de reglare. Întoarceți-o și țineți-o în lumină.",
			Title:  "Sunt versourile în spatele fețelor?",
			Print:  []string{"Tipăriți această coală față-verso, așa cum tipăriți cartonașele:", "la mărimea reală (100%), nu potrivită la pagină."},
			Hold:   []string{"Țineți-o la fereastră, cu această față spre dumneavoastră.", "Liniile de pe verso se văd prin hârtie."},
			Read: []string{"Pe fiecare dintre cele patru laturi căutați linia scării lungi",
				"care se continuă cu o linie de pe verso și notați-i numărul.",
				"De la o linie la alta este un sfert de milimetru. Linia groasă de",
				"pe verso arată pe rigla mică ce număr va fi, aproximativ; dacă",
				"trece de 3, luați-l pe acela și tipăriți din nou această coală."},
			Type: []string{"Scrieți-le pe un rând, cu un minus acolo unde este:"},
			Shifted: [2]Pattern{"Se adaugă la ce mută deja acest verso: {right}\u00A0mm spre dreapta,",
				"{down}\u00A0mm în jos și {degrees}\u00A0grade."},
			Top:      "sus",
			Bottom:   "jos",
			Left:     "stânga",
			Right:    "dreapta",
			Reminder: []string{"În lumină, citiți", "numerele unde", "liniile se unesc:", "x pe lat, y pe înalt."},
		},
		Ebook: Ebook{
			Landmarks:    "Repere",
			Start:        "Începutul textului",
			PrintedPages: "Paginile cărții tipărite",
			Pages:        "Pagini",
			BackToText:   "Înapoi la text",
			CoverOf:      "Coperta cărții {title}",
			CoverBy:      ", de {names}",
			PrintedBook:  "{title}, cartea tipărită",
			Identifier:   "Identificatorul publicației",
		},
		Access: Accessibility{
			Text: "Textul poate fi afișat cu orice mărime, font și culoare, iar un cititor de ecran sau un afișaj braille îl citește în " +
				"ordine.",
			Ways:          " Orientarea se face prin {ways}.",
			Contents:      "cuprins",
			Headings:      "titluri",
			Indexes:       "indici cu legături",
			PageNumbers:   "numerele de pagină ale cărții tipărite",
			NoneDescribed: " Imaginile nu au descrieri.",
			SomeDescribed: " Unele imagini nu au descriere.",
			AllDescribed:  " Fiecare imagine este descrisă în cuvinte.",
			OnlyCover:     " Nu are altă imagine în afară de copertă, care este descrisă în cuvinte.",
			NoPictures:    " Nu are imagini.",
			Tables:        " Tabelele își numesc coloanele.",
			Notes:         " Notele sunt legate de trimiterile lor și înapoi.",
			Still:         " Nimic nu se mișcă, nu clipește și nu sună.",
			Statement: Statement{
				Title:       "Declarație de accesibilitate",
				Reading:     "Moduri de citire",
				Navigation:  "Navigare",
				Hazards:     "Pericole",
				Conformance: "Conformitate",
				Contact:     "Contact",
				Meets:       "Această publicație respectă {standard}. Certificat de: {name}.",
				Unclaimed:   "Nimeni nu a certificat că această publicație respectă un standard de accesibilitate.",
				WriteTo:     "Întrebări și observații despre accesibilitate: {address}",
				Made:        "Data acestei declarații: {date}",
				Formulas:    " Formulele sunt date în MathML.",
			},
		},
		Rules:  romanianRules(),
		Reader: romanianReader(),
	}
}

func romanianRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/ro.txt", Before: 2, After: 2},
		Clinging: set(`un o unui unei niște al a ai ale cel cea cei cele lui de din la în pe cu fără sub peste spre către prin pentru până după
			între dintre despre contra ca și sau ori dar iar însă ci nici că să dacă deși fiindcă căci care cine ce când unde cum
			mea mei meu ta tău tăi sa său săi lor acest această acel acea
			mă te se ne vă îl îi le i nu mai foarte prea tot
			eu tu el ea noi voi ei ele este e sunt era erau fi are au am ați poate trebuie fiecare toți toate nimeni nimic niciodată doi două trei
			patru cinci șase șapte opt nouă zece sută mie`),
		Opening:       set(`și sau ori dar iar însă ci nici că să dacă deși fiindcă căci care cine ce când unde cum pentru cât până`),
		StaysWithNext: set("a o e A O E"),
		BeforeNumber:  set("p. pp. pag. nr. nr vol. cap. fig. tab. art. alin. ed. t. v. vv. f. str. §"),
		BeforeName:    set("dl dl. d-l dna dna. d-na d-ra dr. prof. conf. ing. av. arh. acad. gen. col. pr. sf. sfântul sfânta pr"),
		AfterNumber:   set(`% ‰ € $ £ ° °C °F K mm cm m km m² km² ha pt mg g kg t ml cl dl l L s min h kB MB GB Hz kHz V W kW kWh lei leu RON EUR î.Hr. d.Hr.`),
		Abbreviations: []string{"î.Hr.", "d.Hr.", "a.c.", "s.a.", "ș.a.", "op.cit.", "loc.cit.", "ș.a.m.d.", "n.r.", "n.t.", "n.red.", "a.m.", "p.m."},
		NoSentenceEnd: set("Dl. dl. dna. Dna. Dr. dr. Prof. prof. Conf. Ing. ing. Av. av. Acad. Gen. Col. Pr. Sf. sf. p. pp. pag. nr. vol. cap. fig. tab. art. alin. " +
			"ed. cf. v. ex. op. ibid. id. str. bd. cca. trad. sec. jud. loc."),
		Matter: map[string]string{"prefata": "preface", "cuvant-inainte": "foreword", "cuvantul-autorului": "preface", "nota-autorului": "preface",
			"introducere": "introduction", "prolog": "prologue", "multumiri": "acknowledgments", "epilog": "epilogue", "postfata": "afterword",
			"concluzie": "conclusion", "concluzii": "conclusion", "in-incheiere": "conclusion", "anexa": "appendix", "anexe": "appendix",
			"apendice": "appendix", "colofon": "colophon", "credite": "credits", "errata": "errata"},
		Chapter:     []string{"capitol"},
		Part:        []string{"parte"},
		Articles:    []string{"un", "o", "niște"},
		Letters:     "A Ă Â B C D E F G H I Î J K L M N O P Q R S Ș T Ț U V W X Y Z",
		MayBeElided: set("neața mneata naintea nainte napoi ntr"),
		Clipped:     set("las"),
		Repeated:    set("nu da foarte încet bine prea tot mereu ah oh ei hai gata mult abia iute"),
		Joining: set(`un o unui unei al a ai ale cel cea cei cele lui de din la în pe cu fără sub peste prin pentru despre dintre și sau ori ce
			care său sa`),
		Singular: romanianSingular,
		Stem: stemBy("ul ului uri urile urilor lui le lor a ă e i ei ii iile ilor elor ele ea or are ere ire at ată ați ate it ită iți ite ut ută " +
			"uți ute ând ind ăm am ați au ase ește esc ție ția ții țiile țiilor tor toare tori bil bilă bili ist istă iști ism ismul os oasă oși oase"),
	}
}

func romanianReader() Reader {
	return Reader{
		Page:     []string{"pagina", "paginile", "pagini", "pag", "p", "pp"},
		Line:     []string{"rândul", "rânduri", "rând", "linia", "r"},
		On:       []string{"la", "pe"},
		Days:     []string{"luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"},
		HalfDays: []string{"a.m.", "p.m."},
		Columns: Columns{
			Page:    []string{"pagina", "pagină", "pag.", "pag", "p", "p.", "fila", "numărul paginii"},
			Line:    []string{"rândul", "rând", "linia", "numărul rândului", "r"},
			Comment: []string{"comentariu", "comentarii", "observație", "observații", "notă", "note", "corectură", "adnotare"},
			Reader:  []string{"cititor", "cititoare", "autor", "autoare", "nume", "cine", "de", "recenzent"},
			Words:   []string{"cuvinte", "citat", "text", "pasaj", "fragment", "text evidențiat", "text actual"},
			New:     []string{"înlocuire", "nou", "de citit", "de schimbat în", "text nou"},
			File:    []string{"fișier"},
			Row:     []string{"rândul fișierului"},
			Date:    []string{"data", "creat la", "evidențiat la"},
			Heading: []string{"capitol", "capitolul", "secțiune", "articol"},
			Book:    []string{"titlu", "carte", "titlul cărții"},
		},
		Labels: Labels{
			Passage: []string{"evidențiere", "citat", "text", "pasaj", "fragment"},
			Heading: []string{"capitol", "secțiune"},
			Comment: []string{"notă", "comentariu", "nota mea"},
		},
		Kindle: Kindle{ // a Kindle speaks no Romanian: what its readers see is mostly English
			Page:     []string{"page"},
			Location: []string{"location"},
			Added:    []string{"added on"},
			Note:     []string{"note"},
		},
		Anybody: []string{"utilizator", "invitat", "administrator", "proprietar", "necunoscut", "cititor", "eu", "autor", "anonim"},
	}
}

// romanianWord returns a number from 1 to 99 in words.
func romanianWord(n int) string {
	ones := [...]string{"", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă", "zece", "unsprezece", "doisprezece",
		"treisprezece", "paisprezece", "cincisprezece", "șaisprezece", "șaptesprezece", "optsprezece", "nouăsprezece"}
	tens := [...]string{"douăzeci", "treizeci", "patruzeci", "cincizeci", "șaizeci", "șaptezeci", "optzeci", "nouăzeci"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return Capital(ones[n])
	case n%10 == 0:
		return Capital(tens[n/10-2])
	}
	return Capital(tens[n/10-2] + " și " + ones[n%10])
}

// romanianOrdinal returns the ordinal number of a part, which is of the feminine and follows its noun: "a doua".
func romanianOrdinal(n int) string {
	ones := [...]string{"", "întâi", "a doua", "a treia", "a patra", "a cincea", "a șasea", "a șaptea", "a opta", "a noua", "a zecea"}
	word := strings.ToLower(romanianWord(n))
	switch {
	case word == "":
		return ""
	case n < len(ones):
		return Capital(ones[n])
	case n%10 == 0:
		return Capital("a " + strings.TrimSuffix(word, "i") + "ea")
	case n < 20:
		return Capital("a " + strings.Replace(word, "doi", "două", 1) + "a")
	}
	ten, _, _ := strings.Cut(word, " și ")
	last := strings.TrimPrefix(ones[n%10], "a ")
	if n%10 == 1 {
		last = "una"
	}
	return Capital("a " + ten + " și " + last)
}

// romanianNth returns an ordinal number of the masculine from 2 on after its article: "doilea", "12-lea".
func romanianNth(n int) string {
	words := [...]string{"", "", "doilea", "treilea", "patrulea", "cincilea", "șaselea", "șaptelea", "optulea", "nouălea", "zecelea"}
	if n > 1 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n) + "-lea"
}

// romanianSingular returns a word without the endings that tell a plural with its article from one without.
func romanianSingular(word string) string {
	for _, end := range [][2]string{{"urile", "uri"}, {"ile", "i"}, {"ele", "e"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok && len(s) >= 3 {
			return s + end[1]
		}
	}
	return word
}

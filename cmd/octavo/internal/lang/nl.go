package lang

import (
	"strconv"
	"strings"
)

// dutch returns the words and rules of Dutch.
func dutch() *Language {
	return &Language{
		Quotes: Quotes{
			Outer: Marks{"‘", "’"},
			Inner: Marks{"“", "”"},
			Others: []QuoteChoice{
				{Name: "double", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}},
				{Name: "low", Outer: Marks{"„", "”"}, Inner: Marks{"‚", "’"}},
			},
		},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      dutchWord,
			PartWord:  func(n int) string { return Capital(dutchOrdinalWord(n)) },
			Ordinal:   dutchOrdinal,
			Ordinals:  func(n int) []string { return []string{dutchOrdinalWord(n)} },
			Date:      "{day}\u00A0{month} {year}",
			Months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
				"december"},
		},
		Lists: Lists{Comma: ", ", And: " en ", Names: " en ", Abridged: "{name} e.a."},
		Titles: Titles{
			Contents:      "Inhoud",
			ByTheme:       "{entries} naar thema",
			ByFirstWords:  "{entries} naar beginwoorden",
			Subjects:      "Zaakregister",
			Notes:         "Noten",
			OtherThemes:   "Overige",
			NumberedPart:  "Deel {n}",
			PartInWords:   "{n} deel",
			Untitled:      "Zonder titel",
			Cover:         "Omslag",
			TitlePage:     "Titelpagina",
			Copyright:     "Colofon",
			Dedication:    "Opdracht",
			Epigraph:      "Motto",
			Colophon:      "Typografische verantwoording",
			AboutThisCopy: "Over dit exemplaar",
		},
		References: References{
			See:             "zie",
			Page:            "pagina\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "maxime\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "De getallen zijn de nummers van de {entries}.",
			HeadingSee:      "Zie",
			HeadingSeeAlso:  "Zie ook",
		},
		Notes: Notes{
			ToPage:  "Noten bij pagina\u00A0{page}",
			ToPages: "Noten bij pagina\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Opmerking",
			Tip:        "Tip",
			Important:  "Belangrijk",
			Warning:    "Waarschuwing",
			Caution:    "Let op",
			Example:    "Voorbeeld",
			Exercise:   "Oefening",
			Question:   "Vraag",
			Discussion: "Ter discussie",
			Summary:    "Samenvatting",
		},
		Tables: Tables{
			Continued: "{caption} (vervolg)",
			Goes:      "(vervolg)",
			Turned:    "De tabel staat op {page}.",
		},
		Figures: Figures{
			Figure: "figuur\u00A0{n}", Table: "tabel\u00A0{n}",
			FigureLabel: "Figuur\u00A0{n}.", TableLabel: "Tabel\u00A0{n}.",
			Figures: "Figuren", Tables: "Tabellen",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meme", Plural: "memes", Means: "een gedachte om door te geven"},
				"metaphor": {Name: "metafoor", Plural: "metaforen", Means: "het een gezien als het ander", Line: "{tenor} als {vehicle}"},
			},
			Maxims:     "maximes",
			Entries:    "lemma’s",
			Themes:     "Thema’s",
			Audience:   "Voor",
			Card:       "kaart: {text}",
			Draft:      "CONCEPT",
			DraftOnly:  "Concept: nog niet in het boek.",
			Drafts:     "Concepten: ",
			DraftFolio: "C{n}",
			Picture:    "[afbeelding: {alt}]",
		},
		Makers: Makers{
			By: "door {names}",
			Credits: map[string]Pattern{"edt": "Bezorgd door {name}", "ill": "Met illustraties van {name}", "trl": "Vertaald door {name}",
				"aui": "Met een inleiding van {name}", "aft": "Met een nawoord van {name}", "pht": "Met foto’s van {name}",
				"art": "Met beeldend werk van {name}", "win": "Met een inleiding van {name}", "wpr": "Met een voorwoord van {name}",
				"bkd": "Boekverzorging {name}", "cov": "Omslag {name}", "dsr": "Vormgeving {name}", "com": "Samengesteld door {name}"},
			Roles: map[string]string{"aut": "auteur", "edt": "redacteur", "ill": "illustrator", "trl": "vertaler",
				"aui": "auteur van de inleiding", "pht": "fotograaf", "bkd": "boekverzorger", "nrt": "verteller"},
			Contributor: "medewerker",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Namen: {text}",
			Title:          "Titel: {text}",
			Description:    "Omschrijving: {text}",
			Identifiers:    "Standaardnummers: {text}",
			Subjects:       "Trefwoorden: {text}",
			Classification: "Classificatie: {text}",
			Typeface:       "Gezet uit de {name}, een letter onder de SIL Open Font License.",
			Typefaces:      "Gezet uit {names}, letters onder de SIL Open Font License.",
			SetIn:          "Gezet uit de {font}",
			DesignedBy:     ", ontworpen door {designer}",
			MadeBy:         ". Regels, pagina’s en registers zijn door octavo gemaakt van het manuscript van de auteur.",
		},
		Typescript: Typescript{Length: "ongeveer {n} woorden", Chapter: "Hoofdstuk {n}"},
		Review: Review{
			Notice:          "Ongecorrigeerd leesexemplaar – niet voor de verkoop",
			Quotations:      "Dit is een ongecorrigeerd leesexemplaar. Vergelijk citaten altijd met het verschenen boek.",
			Unnamed:         "leesexemplaar",
			Front:           "Voorblad",
			Data:            "Gegevens",
			Changes:         "Wijzigingen",
			Title:           "Titel",
			Author:          "Auteur",
			Publisher:       "Uitgeverij",
			ISBN:            "ISBN",
			Trim:            "Formaat",
			Pages:           "Pagina’s",
			PagesInPrint:    "Pagina’s in druk",
			Price:           "Prijs",
			Publication:     "Verschijnt",
			Edition:         "Druk",
			Manuscript:      "Manuscript",
			Subjects:        "Onderwerpen",
			Contact:         "Inlichtingen",
			Comments:        "Opmerkingen",
			TrimSize:        "{millimetres} mm ({inches} inch)",
			InPrint:         "gedrukt",
			AsHardcover:     "gebonden",
			InPaper:         "paperback",
			AsEPUB:          "e-book",
			ToCome:          "nog niet bekend",
			State:           "Manuscript {revision} van {date}",
			DatedState:      "Manuscript {revision}, {date}",
			BookPages:       "De pagina’s en hun nummers zijn die van het boek. ",
			TypescriptPages: "Dit is een typoscript: de pagina’s zijn niet die van het boek. ",
			NumberedLines: "Naast elke {nth} regel van een pagina staat een nummer, zodat een opmerking kan zeggen waar zij hoort: " +
				"‘pagina 42, regel 17’. Opmerkingen die u met een willekeurige pdf-lezer in dit bestand schrijft, vinden hun weg naar het " +
				"manuscript.",
			EveryLine: "afzonderlijke",
			Number:    "Exemplaar {n} van {of}",
			For:       "voor",
			Reader:    "voor {name}",
			NumberFor: "{copy}, voor {name}",
			Drafts:    "Concepten: nog niet in het boek",
			Removed:   "hierna vervallen: {title}",
			TK:        "TK: volgt nog",
		},
		Changes: Changes{
			Since:           "Wat er is veranderd sinds {state}",
			LastCopy:        "uw vorige exemplaar, manuscript {revision}",
			None:            "Niets.",
			New:             "nieuw",
			Removed:         "vervallen",
			Moved:           "verplaatst",
			Changed:         "gewijzigd",
			In:              "in druk pagina {n}",
			From:            "uit ‘{chapter}’",
			WordsNew:        Counted{One: "{n} nieuw woord", Other: "{n} nieuwe woorden"},
			WordsGone:       Counted{One: "{n} woord geschrapt", Other: "{n} woorden geschrapt"},
			OtherPicture:    "een andere afbeelding",
			OtherForm:       "in een andere vorm",
			OtherKeys:       "gewijzigd: {keys}",
			CrossReferences: "verwijzingen",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "regel\u00A0{n}",
			ForRead: "in plaats van {was} lees {is}",
			Delete:  "{was} vervalt",
			Insert:  "{is} is toe te voegen",
		},
		Trade: Trade{
			Sheet:        "Titelinformatie",
			About:        "Over het boek",
			AboutAuthor:  "Over de auteur",
			AboutAuthors: "Over de auteurs",
			FromTheBook:  "Uit het boek",
			Inside:       "Een kijkje in het boek",
			Order:        "Bestellen",
			Series:       "Reeks",
			Rights:       "Rechten",
			Excerpt:      "Leesfragment",
			ExcerptOf:    "{title} (leesfragment)",
			IsExcerpt:    "Dit was een fragment uit {title}.",
			WholeBook:    "Het hele boek",
		},
		Answers: Answers{
			Title:    "Uw opmerkingen",
			Thanks:   "Dank u voor het aandachtige lezen. Dit is er met uw opmerkingen gebeurd.",
			At:       "pagina\u00A0{page}, regel\u00A0{line}",
			Taken:    "overgenomen",
			Changed:  "anders gewijzigd",
			Declined: "zo gelaten",
			Open:     "nog open",
			Gone:     "niet meer in het boek",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n} kaart", Other: "{n} kaarten"},
			Themes:      "Thema’s",
			Blank:       "Schrijf dit op",
			Deck:        "{title}: kaarten",
			AtAGlance:   "{title}: alle kaarten in één oogopslag",
			Proof:       "{title}: proef van een kaart",
			Calibration: "{title}: kalibratie",
		},
		Sheets: Sheets{
			Front:      "{sheet} voorzijde",
			Back:       "{sheet} achterzijde",
			Of:         "{n} van {of}",
			ProofFront: "voorzijde van {card}",
			ProofBack:  "achterzijde",
			Ruler:      "Deze liniaal is {mm} mm lang als de kaart haar ware grootte heeft. Is dat niet zo, druk dan af op 100\u00A0%.",
			Jig:        "mal",
			JigCard:    "een kaart van {size}",
			JigCut:     "snijden langs de streepjes, {mm} mm erbuiten",
		},
		Laminating: dutchLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kaarten voor {service}",
			Choose:   "Kies deze kaart: {card}. Het spel heeft {n}.",
			OwnBacks: "Geef elke kaart een eigen voorkant en een eigen achterkant.",
			UploadPictures: "Upload de voorkanten ({fronts}) in de volgorde van hun nummers en dan de achterkanten ({backs}) in " +
				"dezelfde volgorde: voor- en achterkant van een kaart hebben hetzelfde nummer.",
			UploadFile: "Upload {file}. Het heeft een pagina per kant, de achterkant van een kaart vóór haar voorkant.",
			Unscaled:   "Laat niets schalen: de bestanden hebben hun maat, met rondom {mm}\u00A0mm die worden afgesneden.",
			Finish:     "Papier, afwerking en doos zijn vrij te kiezen: de bestanden blijven dezelfde.",
			Preview:    "Bekijk elke kaart in het voorbeeld en bestel één spel voordat u er veel bestelt.",
		},
		Calibrate: dutchCalibration(),
		Ebook: Ebook{
			Landmarks:    "Oriëntatiepunten",
			Start:        "Begin van de tekst",
			PrintedPages: "Pagina’s van het gedrukte boek",
			Pages:        "Pagina’s",
			BackToText:   "Terug naar de tekst",
			CoverOf:      "Omslag van {title}",
			CoverBy:      ", door {names}",
			PrintedBook:  "{title}, het gedrukte boek",
			Identifier:   "Kenmerk van de publicatie",
		},
		Access: Accessibility{
			Text: "Lettergrootte, lettertype en kleur van de tekst zijn vrij te kiezen, en een schermlezer of brailleleesregel geeft de tekst in " +
				"de juiste volgorde weer.",
			Ways:          " De weg is te vinden met {ways}.",
			Contents:      "een inhoudsopgave",
			Headings:      "koppen",
			Indexes:       "registers met koppelingen",
			PageNumbers:   "de paginanummers van het gedrukte boek",
			NoneDescribed: " De afbeeldingen hebben geen beschrijving.",
			SomeDescribed: " Sommige afbeeldingen hebben geen beschrijving.",
			AllDescribed:  " Elke afbeelding is in woorden beschreven.",
			OnlyCover:     " Er is geen afbeelding behalve het omslag, dat in woorden is beschreven.",
			NoPictures:    " Er zijn geen afbeeldingen.",
			Tables:        " Tabellen benoemen hun kolommen.",
			Notes:         " Noten zijn in beide richtingen gekoppeld aan hun verwijzing.",
			Still:         " Niets beweegt, flitst of maakt geluid.",
			Statement: Statement{
				Title:       "Toegankelijkheidsverklaring",
				Reading:     "Leesmethoden",
				Navigation:  "Navigatie",
				Hazards:     "Gevaren",
				Conformance: "Conformiteit",
				Contact:     "Contactgegevens",
				Meets:       "Deze publicatie voldoet aan {standard}. Gecertificeerd door: {name}.",
				Unclaimed:   "Niemand heeft gecertificeerd dat deze publicatie aan een norm voor toegankelijkheid voldoet.",
				WriteTo:     "Vragen en opmerkingen over toegankelijkheid: {address}",
				Made:        "Datum van deze verklaring: {date}",
				Formulas:    " Formules worden als MathML gegeven.",
			},
		},
		Rules:  dutchRules(),
		Reader: dutchReader(),
	}
}

func dutchLaminating() Laminating {
	return Laminating{
		Label:      "lamineren",
		Title:      "Zo snijdt en lamineert u de kaarten",
		PlainLabel: "instructies",
		PlainTitle: "Zo maakt u de kaarten",
		PrintBothSides: "Druk pagina {first} tot en met {n} dubbelzijdig af op ware grootte (100\u00A0%), met de printer ingesteld op omslaan langs de " +
			"{edge} zijde. Houd een vel tegen het licht: elke achterzijde moet achter haar voorzijde liggen. Is dat niet zo, dan laat " +
			"octavo cards calibrate zien hoeveel het scheelt.",
		PrintOneSide: "Druk pagina {first} tot en met {n} enkelzijdig af op ware grootte (100\u00A0%).",
		LongEdge:     "lange",
		ShortEdge:    "korte",
		Cut: "Snijd in de volgorde van de nummers hieronder, steeds door het hele vel, en houd de stukken op volgorde. Een gesneden kaart " +
			"is {size}.",
		Break: "Breek het karton {stock} langs de perforatie. Een kaart is {size}.",
		Fold: "Snijd in de volgorde van de nummers hieronder, vouw dan elk stuk langs de stippellijn met de bedrukte kanten naar buiten, " +
			"en strijk de vouw plat.",
		Warm: "Laat het lamineerapparaat zo heet worden als de folie vraagt, en voer de hoes in met de gesloten kant voorop. Laat hem plat " +
			"liggen tot hij koud is.",
		LaySheet: "Leg elk vel in een hoes van {pouch}, tot in de gesloten kant geschoven, zodat de folie aan de andere kanten gelijkmatig " +
			"uitsteekt.",
		OpenEdges: "De randen van deze kaarten zijn open: daar ligt papier bloot, dat water opneemt. Houd ze droog, of snijd de kaarten de " +
			"volgende keer eerst en lamineer ze daarna (laminate = \"cards\").",
		RoundCorners: "Rond de hoeken af met een hoekenpons van ongeveer {mm} mm, voordat de folie erop komt.",
		LayOnJig: "Leg de open hoes van {pouch} op de mal, die op de volgende pagina staat, en op elk kader een kaart. De kaders liggen " +
			"{mm} mm uit elkaar, zodat rondom elke kaart folie op folie komt.",
		CloseOnJig: "Sluit de hoes zonder de kaarten te verschuiven, en schuif de mal eruit.",
		CutDashes: "Snijd langs de streepjes, {mm} mm buiten elke kaart en nooit in het papier: een kaart blijft alleen dicht zolang de folie " +
			"rondom uitsteekt.",
		LayCard: "Leg elke kaart in een hoes van {pouch} ({name}), zodat de folie rondom gelijkmatig uitsteekt: {mm} mm aan de smalste " +
			"kanten.",
		KeepFilm: "Snijd niet in de folie: een kaart blijft alleen dicht zolang de folie rondom uitsteekt. Rond de hoeken van de folie af als " +
			"ze scherp zijn.",
		TestStock: "Druk pagina\u00A0{first} op gewoon papier af en houd die voor een lamp tegen een vel van het karton " +
			"{stock}: elke kaart moet binnen haar perforatie liggen.",
		FeedStock:    "Voer het karton vel voor vel via de handmatige lade in en laat de inkt drogen.",
		PunchCorners: "Rond de hoeken af met een hoekenpons van ongeveer {mm}\u00A0mm.",
		Glue:         "Lijm de twee helften van elke kaart op elkaar en laat ze onder een gewicht drogen.",
		OpenLines: "Zet in {program} de pagina op {sheet}, open {svg} (of {dxf}, waar het geen SVG leest) en centreer de lijnen " +
			"op de pagina. Samen meten ze {size}.",
		TypeMarks: "Zet de registratiemarkeringen van drie hoeken aan en vul in wat er gedrukt is: lengte {arm}\u00A0mm, dikte " +
			"{thickness}\u00A0mm, afstand tot de rand {inset}\u00A0mm.",
		CutByMachine: "Leg een vel op de mat met de voorkant boven en het zwarte vierkant linksboven, en laat de machine de " +
			"markeringen zoeken. Snijd eerst een vel gewoon papier.",
		Upload: "Upload in {program} elke afbeelding {png} als vlakke afbeelding voor Print Then Cut en stel de maat in: " +
			"{size}. De machine snijdt langs de randen.",
		AttachLines: "Upload ook {svg}, leg de lijnen midden op midden op de afbeelding en koppel beide: de machine snijdt " +
			"langs de lijnen.",
		PrintThere: "Druk haar van daar af op {sheet}, op ware grootte (100\u00A0%), en snijd eerst een vel gewoon papier.",
		PrintBacks: "Druk vóór het snijden de achterkant op de andere zijde: pagina\u00A0{first} hoort bij de eerste " +
			"afbeelding, enzovoort. Ze staat in het midden van het vel: schuif de afbeelding daarheen en houd het eerste vel " +
			"tegen het licht.",
	}
}

func dutchCalibration() Calibration {
	return Calibration{
		Front:  "voorzijde",
		Back:   "achterzijde",
		OnBack: "De achterzijde van het kalibratievel. Draai het om en houd het tegen het licht.",
		Title:  "Liggen de achterkanten achter de voorkanten?",
		Print: []string{"Druk dit vel dubbelzijdig af, zoals u uw kaarten afdrukt:",
			"op ware grootte (100\u00A0%), niet aangepast aan de pagina."},
		Hold: []string{"Houd het tegen een raam, met deze kant naar u toe.", "De lijnen van de achterzijde schijnen erdoor."},
		Read: []string{"Zoek aan elk van de vier kanten de streep van de lange schaal die",
			"in een streep van de achterzijde doorloopt, en noteer het nummer.",
			"Van streep tot streep is het een kwart millimeter. De dikke streep",
			"van de achterzijde wijst op de kleine liniaal ongeveer het nummer",
			"aan; is dat meer dan 3, neem het dan over en druk dit vel opnieuw af."},
		Type: []string{"Typ ze op één regel, met een minteken waar er een staat:"},
		Shifted: [2]Pattern{"Ze komen boven op wat deze achterzijde al verschuift:",
			"{right} mm naar rechts, {down} mm omlaag en {degrees} graden."},
		Top:      "boven",
		Bottom:   "onder",
		Left:     "links",
		Right:    "rechts",
		Reminder: []string{"Lees tegen het licht", "de nummers af", "waar strepen samenkomen:", "x is dwars, y is omlaag."},
	}
}

func dutchRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/nl.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`de het een 't 'n 's
			aan achter af bij binnen boven buiten door in langs met na naar naast om onder op over per rond sinds tegen tot tussen uit van
			vanaf via voor zonder te ter ten
			en of maar want dus dat die als omdat terwijl toen wanneer zodat zoals
			mijn je jouw uw zijn haar hun ons onze geen heel zeer
			ik hij zij ze wij we jij jullie men is was waren ben bent heeft hebben heb had hadden wordt worden werd kan kunnen moet moeten mag mogen
			wil willen zal zullen zou niet nooit deze dit elke elk ieder iedere alle twee drie vier vijf zes zeven acht negen tien twaalf honderd
			duizend`),
		Opening: set(`en of maar want dus dat die als omdat terwijl toen wanneer zodat zoals wie wat waar waarom hoe welke welk voordat nadat hoewel tenzij
			totdat zolang`),
		BeforeNumber: set("p. pp. blz. pag. nr. nrs. dl. hfst. afb. tab. fig. par. § §§ art. bd. jrg. afl. r. kol. nt. ca. geb. vers ps."),
		BeforeName:   set("dr. prof. mr. drs. ir. ing. dhr. mevr. mw. ds. st. jhr. jkvr. past. bc."),
		AfterNumber: set(`% ‰ °C °F K mm cm m km ha mg g kg t ml cl l L s min uur u h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ euro cent mln. mrd.
			jaar v.Chr. n.Chr. ev. e.v. vv. vlg.`),
		NoSentenceEnd: set(`dr. Dr. prof. Prof. mr. Mr. drs. Drs. ir. Ir. ing. dhr. Dhr. mevr. Mevr. mw. Mw. ds. Ds. St. jhr. Jhr. nr. nrs. blz. p. pp.
			dl. hfst. afb. art. jrg. bijv. bv. d.w.z. o.a. m.a.w. i.p.v. m.b.t. n.a.v. t.a.v. t.o.v. z.g. zgn. resp. ca. vgl. evt. incl. excl.
			geb. red. vert. v.Chr. n.Chr. e.d. m.n. i.v.m. o.l.v. t.g.v. a.d.h.v. d.m.v. t.w. nl. ong. max. min. jl. ll.`),
		Matter: map[string]string{"voorwoord": "preface", "woord-vooraf": "preface", "vooraf": "preface", "ten-geleide": "foreword",
			"inleiding": "introduction", "introductie": "introduction", "proloog": "prologue", "dankwoord": "acknowledgments",
			"dankbetuiging": "acknowledgments", "epiloog": "epilogue", "nawoord": "afterword", "slot": "conclusion",
			"slotwoord": "conclusion", "besluit": "conclusion", "conclusie": "conclusion", "bijlage": "appendix", "bijlagen": "appendix",
			"appendix": "appendix", "colofon": "colophon", "illustratieverantwoording": "credits", "verantwoording": "credits",
			"errata": "errata"},
		Articles:    []string{"de", "het", "een", "’t", "'t", "’n", "'n"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		Elided:      set("s t n k m r ns ne tis twas tzelfde d er"),
		MayBeElided: set("es der dr"),
		NotOwned: set(`en of maar want dus als toen terwijl waar omdat dat is was zijn waren heeft had hebben zei vroeg riep antwoordde
			te van in op aan bij voor met uit hij zij ze het wij we ik jij je u de een`),
		Possessive: Possessive{After: "sxz", Names: true},
		Repeated:   set("heel zo ja nee die dat is had er en wat"),
		Joining:    set("de het een en of van in op aan bij voor met te ter ten der den des uit naar om"),
		Stem:       stemBy("heden heid ingen ing elijke elijk ische isch eren tjes tje jes je en e s"),
	}
}

func dutchReader() Reader {
	return Reader{
		Page: []string{"pagina", "pagina’s", "pagina's", "blz", "bladzijde", "p", "pp"},
		Line: []string{"regel", "regels", "r"},
		On:   []string{"op"},
		Days: []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
		Columns: Columns{
			Page:    []string{"pagina", "blz", "blz.", "bladzijde", "paginanummer"},
			Line:    []string{"regel", "regelnummer"},
			Comment: []string{"opmerking", "opmerkingen", "commentaar", "notitie", "aantekening", "correctie"},
			Reader:  []string{"lezer", "auteur", "naam", "wie", "van"},
			Words:   []string{"woorden", "citaat", "tekst", "passage", "markering"},
			New:     []string{"nieuw", "vervangen door", "moet zijn"},
			File:    []string{"bestand"},
			Row:     []string{"bestandsregel"},
			Date:    []string{"datum", "gemaakt op"},
			Heading: []string{"hoofdstuk", "paragraaf", "kop", "lemma"},
			Book:    []string{"titel", "boek", "boektitel"},
		},
		Labels: Labels{
			Passage: []string{"markering", "citaat", "tekst", "passage"},
			Heading: []string{"hoofdstuk", "paragraaf"},
			Comment: []string{"notitie", "opmerking", "aantekening", "mijn notitie"},
		},
		Kindle: Kindle{
			Page:     []string{"pagina"},
			Location: []string{"locatie"},
			Added:    []string{"toegevoegd op"},
			Note:     []string{"notitie"},
		},
		Excerpts: []string{"Alle fragmenten uit"},
		Anybody:  []string{"gebruiker", "gast", "beheerder", "eigenaar", "onbekend", "lezer", "ik", "auteur", "anoniem"},
	}
}

var (
	dutchOnes = [...]string{"", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
		"veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"}
	dutchTens     = [...]string{"", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}
	dutchOrdinals = [...]string{"", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
		"twaalfde"}
)

// dutchWord returns a number from 1 to 99 in words. The first has accents that tell it from the article.
func dutchWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n == 1:
		return "Eén"
	case n < 20:
		return Capital(dutchOnes[n])
	case n%10 == 0:
		return Capital(dutchTens[n/10])
	case n%10 == 2 || n%10 == 3: // tweeëntwintig
		return Capital(dutchOnes[n%10]) + "ën" + dutchTens[n/10]
	}
	return Capital(dutchOnes[n%10]) + "en" + dutchTens[n/10]
}

// dutchOrdinalWord returns an ordinal number from 1 to 99 in words.
func dutchOrdinalWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < len(dutchOrdinals):
		return dutchOrdinals[n]
	case n < 20:
		return dutchOnes[n] + "de"
	}
	return strings.ToLower(dutchWord(n)) + "ste"
}

// dutchOrdinal returns an ordinal number, in words up to the twelfth.
func dutchOrdinal(n int) string {
	if n > 0 && n < len(dutchOrdinals) {
		return dutchOrdinals[n]
	}
	return strconv.Itoa(n) + "e"
}

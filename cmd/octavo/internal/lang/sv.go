package lang

import "strconv"

// swedish returns the words and rules of Swedish.
func swedish() *Language {
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"”", "”"},
			Inner:  Marks{"’", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"»", "»"}, Inner: Marks{"’", "’"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dialog: true},
		Numbers: Numbers{
			Thousands: "\u00A0",
			Decimal:   ",",
			Word:      swedishWord,
			PartWord:  func(n int) string { return Capital(nth(swedishOrdinals[:], n)) },
			Ordinal:   swedishOrdinal,
			Ordinals:  func(n int) []string { return ordinalForms(swedishOrdinals[:], swedishTens[:], n) },
			Date:      "{day}\u00A0{month} {year}",
			Months: [12]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
				"december"},
		},
		Lists: Lists{Comma: ", ", And: " och ", Names: " och ", Abridged: "{name} m.fl."},
		Titles: Titles{
			Contents:      "Innehåll",
			ByTheme:       "{entries} efter ämne",
			ByFirstWords:  "{entries} efter begynnelseord",
			Subjects:      "Sakregister",
			Notes:         "Noter",
			OtherThemes:   "Övriga",
			NumberedPart:  "Del {n}",
			PartInWords:   "{n} delen",
			Untitled:      "Utan titel",
			Cover:         "Omslag",
			TitlePage:     "Titelsida",
			Copyright:     "Tryckuppgifter",
			Dedication:    "Dedikation",
			Epigraph:      "Motto",
			Colophon:      "Kolofon",
			AboutThisCopy: "Om detta exemplar",
		},
		References: References{
			See:             "se",
			Page:            "sidan\u00A0{n}",
			PageAbbreviated: "s.\u00A0{n}",
			Maxim:           "maxim\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Siffrorna är numren på bokens {entries}.",
			HeadingSee:      "Se",
			HeadingSeeAlso:  "Se även",
		},
		Notes: Notes{
			ToPage:  "Noter till sidan\u00A0{page}",
			ToPages: "Noter till sidorna\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Anmärkning",
			Tip:        "Tips",
			Important:  "Viktigt",
			Warning:    "Varning",
			Caution:    "Se upp",
			Example:    "Exempel",
			Exercise:   "Övning",
			Question:   "Fråga",
			Discussion: "Att diskutera",
			Summary:    "Sammanfattning",
		},
		Tables: Tables{
			Continued: "{caption} (forts.)",
			Goes:      "(forts.)",
			Turned:    "Tabellen står på {page}.",
		},
		Figures: Figures{
			Figure: "figur\u00A0{n}", Table: "tabell\u00A0{n}",
			FigureLabel: "Figur\u00A0{n}.", TableLabel: "Tabell\u00A0{n}.",
			Figures: "Figurer", Tables: "Tabeller",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "mem", Plural: "memer", Means: "en tanke att föra vidare"},
				"metaphor": {Name: "metafor", Plural: "metaforer", Means: "en sak sedd som en annan", Line: "{tenor} som {vehicle}"},
			},
			Maxims:     "maximer",
			Entries:    "uppslag",
			Themes:     "Ämnen",
			Audience:   "För",
			Card:       "kort: {text}",
			Draft:      "UTKAST",
			DraftOnly:  "Utkast: ännu inte i boken.",
			Drafts:     "Utkast: ",
			DraftFolio: "U{n}",
			Picture:    "[bild: {alt}]",
		},
		Makers: Makers{
			By: "av {names}",
			Credits: map[string]Pattern{"edt": "Redaktör: {name}", "ill": "Illustrationer av {name}", "trl": "Översättning av {name}",
				"aui": "Inledning av {name}", "aft": "Efterord av {name}", "pht": "Fotografier av {name}", "art": "Bilder av {name}",
				"win": "Inledning av {name}", "wpr": "Förord av {name}", "bkd": "Formgivning av {name}", "cov": "Omslag av {name}",
				"dsr": "Formgivning av {name}", "com": "Urval av {name}"},
			Roles: map[string]string{"aut": "författare", "edt": "redaktör", "ill": "illustratör", "trl": "översättare",
				"aui": "författare till inledningen", "pht": "fotograf", "bkd": "bokformgivare", "nrt": "uppläsare"},
			Contributor: "medverkande",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Namn: {text}",
			Title:          "Titel: {text}",
			Description:    "Beskrivning: {text}",
			Identifiers:    "Standardnummer: {text}",
			Subjects:       "Ämnesord: {text}",
			Classification: "Klassifikation: {text}",
			Typeface:       "Satt med {name}, ett typsnitt under licensen SIL Open Font License.",
			Typefaces:      "Satt med {names}, typsnitt under licensen SIL Open Font License.",
			SetIn:          "Satt med {font}",
			DesignedBy:     ", tecknad av {designer}",
			MadeBy:         ". Rader, sidor och register har gjorts av octavo ur författarens manuskript.",
		},
		Typescript: Typescript{Length: "cirka {n} ord", Chapter: "Kapitel {n}"},
		Review: Review{
			Notice:          "Okorrigerat förhandsexemplar – ej till försäljning",
			Quotations:      "Detta är ett okorrigerat förhandsexemplar. Kontrollera alla citat mot den färdiga boken.",
			Unnamed:         "förhandsexemplar",
			Front:           "Försättsblad",
			Data:            "Uppgifter",
			Changes:         "Ändringar",
			Title:           "Titel",
			Author:          "Författare",
			Publisher:       "Förlag",
			ISBN:            "ISBN",
			Trim:            "Format",
			Pages:           "Sidor",
			PagesInPrint:    "Sidor i tryck",
			Price:           "Pris",
			Publication:     "Utkommer",
			Edition:         "Upplaga",
			Manuscript:      "Manuskript",
			Subjects:        "Ämnen",
			Contact:         "Kontakt",
			Comments:        "Kommentarer",
			TrimSize:        "{millimetres} mm ({inches} tum)",
			InPrint:         "tryckt",
			AsHardcover:     "inbunden",
			InPaper:         "häftad",
			AsEPUB:          "epub",
			ToCome:          "meddelas senare",
			State:           "Manuskript {revision} av den {date}",
			DatedState:      "Manuskript {revision}, {date}",
			BookPages:       "Sidorna och deras nummer är bokens. ",
			TypescriptPages: "Detta är ett maskinskrivet manuskript: dess sidor är inte bokens. ",
			NumberedLines: "Vid var {nth} rad på en sida står radens nummer, så att en kommentar kan säga vart den hör: ”sidan 42, rad 17”. " +
				"Anteckningar som du skriver i filen med valfri pdf-läsare hittar tillbaka till manuskriptet.",
			EveryLine: "enda",
			Number:    "Exemplar {n} av {of}",
			For:       "till",
			Reader:    "till {name}",
			NumberFor: "{copy}, till {name}",
			Drafts:    "Utkast: ännu inte i boken",
			Removed:   "struket efter detta: {title}",
			TK:        "TK: kommer senare",
		},
		Changes: Changes{
			Since:           "Vad som har ändrats sedan {state}",
			LastCopy:        "ditt förra exemplar, manuskript {revision}",
			None:            "Ingenting.",
			New:             "nytt",
			Removed:         "struket",
			Moved:           "flyttat",
			Changed:         "ändrat",
			In:              "i tryck sidan {n}",
			From:            "från ”{chapter}”",
			WordsNew:        Counted{One: "{n} nytt ord", Other: "{n} nya ord"},
			WordsGone:       Counted{Other: "{n} ord strukna", One: "{n} ord struket"},
			OtherPicture:    "en annan bild",
			OtherForm:       "i en annan form",
			OtherKeys:       "ändrat: {keys}",
			CrossReferences: "hänvisningar",
		},
		Errata: Errata{
			Title:   "Rättelser",
			Line:    "rad\u00A0{n}",
			ForRead: "i stället för {was} läs {is}",
			Delete:  "{was} utgår",
			Insert:  "{is} tillkommer",
		},
		Trade: Trade{
			Sheet:        "Titelinformation",
			About:        "Om boken",
			AboutAuthor:  "Om författaren",
			AboutAuthors: "Om författarna",
			FromTheBook:  "Ur boken",
			Inside:       "En titt i boken",
			Order:        "Beställning",
			Series:       "Serie",
			Rights:       "Rättigheter",
			Excerpt:      "Utdrag",
			ExcerptOf:    "{title} (utdrag)",
			IsExcerpt:    "Detta var ett utdrag ur {title}.",
			WholeBook:    "Hela boken",
		},
		Answers: Answers{
			Title:    "Dina anmärkningar",
			Thanks:   "Tack för en så noggrann läsning. Så här har det gått med dina anmärkningar.",
			At:       "sida\u00A0{page}, rad\u00A0{line}",
			Taken:    "införd",
			Changed:  "ändrat på annat sätt",
			Declined: "oförändrat",
			Open:     "ännu öppen",
			Gone:     "finns inte längre i boken",
		},
		Deck: Deck{
			Cards:       Counted{Other: "{n} kort"},
			Themes:      "Ämnen",
			Blank:       "Skriv ner det här",
			Deck:        "{title}: kort",
			AtAGlance:   "{title}: alla kort i en överblick",
			Proof:       "{title}: provtryck av ett kort",
			Calibration: "{title}: kalibrering",
		},
		Sheets: Sheets{
			Front:      "{sheet} framsida",
			Back:       "{sheet} baksida",
			Of:         "{n} av {of}",
			ProofFront: "framsidan av {card}",
			ProofBack:  "baksida",
			Ruler:      "Linjalen är {mm} mm lång när kortet har sin rätta storlek. Är den inte det, skriv ut i 100\u00A0%.",
			Jig:        "mall",
			JigCard:    "ett kort på {size}",
			JigCut:     "skär längs strecken, {mm} mm utanför",
		},
		Laminating: swedishLaminating(),
		Ordering: Ordering{
			Title:    "{title}: kort för {service}",
			Choose:   "Välj det här kortet: {card}. Leken har {n}.",
			OwnBacks: "Ge varje kort en egen framsida och en egen baksida.",
			UploadPictures: "Ladda upp framsidorna ({fronts}) i nummerordning och sedan baksidorna ({backs}) i samma ordning: " +
				"ett korts framsida och baksida har samma nummer.",
			UploadFile: "Ladda upp {file}. Den har en sida för varje kortsida, baksidan av ett kort före framsidan.",
			Unscaled:   "Låt ingenting skalas: filerna har sin storlek, med {mm}\u00A0mm runt om som skärs bort.",
			Finish:     "Papper, yta och ask kan väljas fritt: filerna är desamma.",
			Preview:    "Se på varje kort i förhandsvisningen och beställ en lek innan du beställer många.",
		},
		Calibrate: swedishCalibration(),
		Ebook: Ebook{
			Landmarks:    "Landmärken",
			Start:        "Textens början",
			PrintedPages: "Den tryckta bokens sidor",
			Pages:        "Sidor",
			BackToText:   "Tillbaka till texten",
			CoverOf:      "Omslaget till {title}",
			CoverBy:      ", av {names}",
			PrintedBook:  "{title}, den tryckta boken",
			Identifier:   "Publikationens identifikator",
		},
		Access: Accessibility{
			Text: "Textens storlek, typsnitt och färg kan väljas fritt, och en skärmläsare eller punktskriftsskärm läser den i rätt " +
				"ordning.",
			Ways:          " Man hittar i boken med hjälp av {ways}.",
			Contents:      "en innehållsförteckning",
			Headings:      "rubriker",
			Indexes:       "register med länkar",
			PageNumbers:   "den tryckta bokens sidnummer",
			NoneDescribed: " Bilderna saknar beskrivning.",
			SomeDescribed: " Några av bilderna saknar beskrivning.",
			AllDescribed:  " Varje bild är beskriven i ord.",
			OnlyCover:     " Den enda bilden är omslaget, som är beskrivet i ord.",
			NoPictures:    " Det finns inga bilder.",
			Tables:        " Tabellerna namnger sina kolumner.",
			Notes:         " Noterna är länkade till sina nottecken och tillbaka.",
			Still:         " Ingenting rör sig, blinkar eller låter.",
			Statement: Statement{
				Title:       "Tillgänglighetsredogörelse",
				Reading:     "Olika sätt att läsa",
				Navigation:  "Navigering",
				Hazards:     "Faror",
				Conformance: "Överensstämmelse",
				Contact:     "Kontakt",
				Meets:       "Den här publikationen uppfyller {standard}. Certifierad av: {name}.",
				Unclaimed:   "Ingen har certifierat att den här publikationen uppfyller en standard för tillgänglighet.",
				WriteTo:     "Frågor och synpunkter om tillgänglighet: {address}",
				Made:        "Redogörelsens datum: {date}",
				Formulas:    " Formler ges som MathML.",
			},
		},
		Rules:  swedishRules(),
		Reader: swedishReader(),
	}
}

func swedishLaminating() Laminating {
	return Laminating{
		Label:      "laminering",
		Title:      "Så skär och laminerar du korten",
		PlainLabel: "anvisningar",
		PlainTitle: "Så gör du korten",
		PrintBothSides: "Skriv ut sidorna {first} till {n} på båda sidor i rätt storlek (100\u00A0%), med skrivaren inställd på att vända längs den " +
			"{edge} kanten. Håll ett ark mot ljuset: varje baksida ska ligga bakom sin framsida. Gör den inte det visar octavo cards " +
			"calibrate hur mycket som skiljer.",
		PrintOneSide: "Skriv ut sidorna {first} till {n} på en sida i rätt storlek (100\u00A0%).",
		LongEdge:     "långa",
		ShortEdge:    "korta",
		Cut: "Skär i ordning efter numren nedan, alltid genom hela arket, och håll bitarna i ordning. Ett skuret kort mäter " +
			"{size}.",
		Break: "Bryt isär arket {stock} längs perforeringen. Ett kort mäter {size}.",
		Fold: "Skär i ordning efter numren nedan, vik sedan varje bit längs den streckade linjen med trycket utåt, och pressa " +
			"vecket platt.",
		Warm: "Låt laminatorn bli så varm som plasten kräver, och mata in fickan med den slutna kanten först. Låt den ligga plant tills " +
			"den har kallnat.",
		LaySheet: "Lägg varje ark i en ficka på {pouch}, helt inskjutet mot den slutna kanten, så att plasten sticker ut lika mycket på de " +
			"andra sidorna.",
		OpenEdges: "Kanterna på de här korten är öppna: där ligger papperet bart och suger upp vatten. Håll dem torra, eller skär korten " +
			"först nästa gång och laminera dem sedan (laminate = \"cards\").",
		RoundCorners: "Runda av hörnen med en hörnrundare på ungefär {mm} mm innan plasten läggs på.",
		LayOnJig: "Lägg den öppna fickan på {pouch} på mallen, som är nästa sida, och ett kort på var och en av ramarna. Ramarna ligger " +
			"{mm} mm från varandra, så att plast möter plast runt varje kort.",
		CloseOnJig: "Stäng fickan utan att rubba korten, och dra ut mallen.",
		CutDashes: "Skär längs strecken, {mm} mm utanför varje kort och aldrig in i papperet: ett kort förblir tätt bara så länge plasten " +
			"sticker ut runt om.",
		LayCard: "Lägg varje kort i en ficka på {pouch} ({name}) så att plasten sticker ut jämnt runt om: {mm} mm på de smalare " +
			"sidorna.",
		KeepFilm: "Skär inte i plasten: ett kort förblir tätt bara så länge plasten sticker ut runt om. Runda av plastens hörn om de är " +
			"vassa.",
		TestStock: "Skriv ut sida\u00A0{first} på vanligt papper och håll den framför ett ljus mot ett ark {stock}: varje kort " +
			"måste ligga innanför sin perforering.",
		FeedStock:    "Mata in ett ark i taget i det manuella facket och låt färgen torka.",
		PunchCorners: "Runda av hörnen med en hörnrundare på ungefär {mm}\u00A0mm.",
		Glue:         "Limma ihop de två halvorna av varje kort och låt dem torka under en tyngd.",
		OpenLines: "Ställ in sidan på {sheet} i {program}, öppna {svg} (eller {dxf}, där det inte läser SVG) och centrera " +
			"linjerna på sidan. Tillsammans mäter de {size}.",
		TypeMarks: "Slå på passmärkena i tre hörn och skriv det som är tryckt: längd {arm}\u00A0mm, tjocklek " +
			"{thickness}\u00A0mm, avstånd från kanten {inset}\u00A0mm.",
		CutByMachine: "Lägg ett ark på mattan med framsidan upp och den svarta kvadraten uppe till vänster och låt maskinen " +
			"söka märkena. Skär först ett ark vanligt papper.",
		Upload: "Ladda upp varje bild {png} i {program} som platt bild för Print Then Cut och ställ in dess storlek: {size}. " +
			"Maskinen skär längs kanterna.",
		AttachLines: "Ladda också upp {svg}, lägg linjerna mitt på bilden och fäst ihop dem: maskinen skär längs linjerna.",
		PrintThere:  "Skriv ut den därifrån på {sheet} i rätt storlek (100\u00A0%) och skär först ett ark vanligt papper.",
		PrintBacks: "Skriv ut baksidan på andra sidan innan du skär: sida\u00A0{first} hör till den första bilden, och så " +
			"vidare. Den står mitt på arket: flytta bilden dit och håll det första arket mot ljuset.",
	}
}

func swedishCalibration() Calibration {
	return Calibration{
		Front:  "framsida",
		Back:   "baksida",
		OnBack: "Kalibreringsarkets baksida. Vänd på arket och håll det mot ljuset.",
		Title:  "Ligger baksidorna bakom framsidorna?",
		Print: []string{"Skriv ut arket på båda sidor, så som du skriver ut dina kort:",
			"i rätt storlek (100\u00A0%), inte anpassat till sidan."},
		Hold: []string{"Håll det mot ett fönster med den här sidan mot dig.", "Baksidans linjer lyser igenom."},
		Read: []string{"Sök på var och en av de fyra sidorna det streck på den långa",
			"skalan som fortsätter rakt i ett av baksidans, och skriv upp talet.",
			"Mellan strecken är det en kvarts millimeter. Baksidans tjocka",
			"streck visar på den lilla linjalen ungefär vilket tal det blir;",
			"är det större än 3, ange det och skriv ut arket igen efteråt."},
		Type: []string{"Skriv in talen på en rad, med minustecken där det finns ett:"},
		Shifted: [2]Pattern{"De läggs till det som redan flyttar den här baksidan:",
			"{right} mm åt höger, {down} mm nedåt och {degrees} grader."},
		Top:      "överst",
		Bottom:   "nederst",
		Left:     "vänster",
		Right:    "höger",
		Reminder: []string{"Läs mot ljuset av talen", "där strecken möts:", "x är i sidled, y är i höjdled."},
	}
}

func swedishRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/sv.txt", Before: 2, After: 2, Capitals: true},
		Clinging: set(`en ett den det de
			av bakom bland efter enligt från för före genom hos i in inom innan kring med mellan mot om omkring ovanför per på runt sedan
			till trots under ur ut utan vid vid åt över
			och eller men för så att som när där då om medan eftersom fast
			min mitt mina din ditt dina sin sitt sina hans hennes dess vår vårt våra er ert era deras inte mycket
			jag du han hon man vi ni är var vara har hade blir blev kan ska skall måste får vill denna detta dessa varje alla någon något några ingen
			inget inga två tre fyra fem sex sju åtta nio tio tolv hundra tusen aldrig`),
		Opening:      set(`och eller men för att som när där då om medan eftersom fast vem vad vilken vilket vilka hur varför innan tills ifall`),
		BeforeNumber: set("s. sid. nr nr. bd del kap. fig. tab. § §§ art. årg. st. ca ca. kl. kl tel. upp. f. d."),
		BeforeName:   set("dr dr. prof. hr fr fru s:t s:ta st. ing. fil. med. tekn. jur."),
		AfterNumber: set(`% ‰ °C °F K mm cm dm m km mil ha mg g hg kg t ml cl dl l L s min tim h kB MB GB TB Hz kHz MHz V W kW kWh € $ £ kr kronor
			öre euro mn mdr milj. tkr f. ff. e.Kr. f.Kr. år`),
		Abbreviations: []string{"t.ex.", "bl.a.", "d.v.s.", "m.m.", "m.fl.", "o.d.", "s.k.", "f.d.", "f.n.", "f.ö.", "f.Kr.", "e.Kr.", "fr.o.m.",
			"t.o.m.", "p.g.a.", "e.d.", "o.s.v.", "i.st.f.", "m.a.o.", "å.k.", "t.h.", "t.v."},
		NoSentenceEnd: set(`t.ex. bl.a. d.v.s. dvs. s.k. f.d. p.g.a. fr.o.m. t.o.m. m.a.o. ex. bl. a. d. v. k. f. o. m. t. jfr. jfr ca. kap. s. sid.
			nr. fig. tab. resp. prof. dr. Prof. Dr. St. kl. f.ö. el. eng. sv. st. tel. uppl. red. övers.`),
		Matter: map[string]string{"forord": "preface", "inledning": "introduction", "introduktion": "introduction", "prolog": "prologue",
			"tack": "acknowledgments", "forfattarens-tack": "acknowledgments", "epilog": "epilogue", "efterord": "afterword",
			"slutord": "conclusion", "avslutning": "conclusion", "sammanfattning": "conclusion", "bilaga": "appendix",
			"bilagor": "appendix", "appendix": "appendix", "kolofon": "colophon", "bildkallor": "credits", "errata": "errata",
			"rattelser": "errata"},
		Chapter:  []string{"kapitlet"},
		Part:     []string{"delen"},
		Articles: []string{"en", "ett", "den", "det", "de"},
		Letters:  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ä Ö",
		Elided:   set("na n"),
		Repeated: set("mycket så ja nej nja det som den om att och"),
		Joining:  set("en ett den det de och eller av i på till från med för om vid ur"),
		Stem:     stemBy("heterna heten heter het ningarna ningen ningar ning arna erna orna en et er ar or an a n t s"),
	}
}

func swedishReader() Reader {
	return Reader{
		Page: []string{"sida", "sidan", "sidor", "sid", "s"},
		Line: []string{"rad", "rader", "r"},
		On:   []string{"på"},
		Days: []string{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"},
		Columns: Columns{
			Page:    []string{"sida", "sid", "sid.", "sidnummer"},
			Line:    []string{"rad", "radnummer"},
			Comment: []string{"kommentar", "kommentarer", "anmärkning", "anteckning", "rättelse"},
			Reader:  []string{"läsare", "namn", "vem", "författare", "från"},
			Words:   []string{"ord", "citat", "text", "markering", "ställe"},
			New:     []string{"ny", "ersätt med", "ska vara"},
			File:    []string{"fil"},
			Row:     []string{"filrad"},
			Date:    []string{"datum", "skapad"},
			Heading: []string{"kapitel", "avsnitt", "rubrik"},
			Book:    []string{"titel", "bok", "boktitel"},
		},
		Labels: Labels{
			Passage: []string{"markering", "citat", "text", "ställe"},
			Heading: []string{"kapitel", "avsnitt"},
			Comment: []string{"anteckning", "kommentar", "min anteckning"},
		},
		Kindle: Kindle{
			Page:     []string{"sida", "sidan"},
			Location: []string{"plats"},
			Added:    []string{"tillagd", "lades till"},
			Note:     []string{"anteckning"},
		},
		Excerpts: []string{"Alla utdrag från"},
		Anybody:  []string{"användare", "gäst", "administratör", "ägare", "okänd", "läsare", "jag", "författare", "anonym"},
	}
}

var (
	swedishNumbers = [...]string{"", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton",
		"femton", "sexton", "sjutton", "arton", "nitton"}
	swedishTens     = [...]string{"", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"}
	swedishOrdinals = [...]string{"", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
		"tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde"}
)

// swedishWord returns a number from 1 to 99 in words.
func swedishWord(n int) string { return tensFirst(swedishNumbers[:], swedishTens[:], n) }

// swedishOrdinal returns an ordinal number, in words up to the twelfth.
func swedishOrdinal(n int) string {
	switch {
	case n > 0 && n <= 12:
		return swedishOrdinals[n]
	case (n%10 == 1 || n%10 == 2) && n%100/10 != 1:
		return strconv.Itoa(n) + ":a"
	}
	return strconv.Itoa(n) + ":e"
}

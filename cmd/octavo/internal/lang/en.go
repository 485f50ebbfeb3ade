package lang

import (
	"strconv"
	"strings"
	"sync"
)

// English returns the words and rules of English, which all callers share.
func English() *Language { return english() }

var english = sync.OnceValue(func() *Language {
	return &Language{
		Tag:   "en",
		Words: "en",
		Quotes: Quotes{
			Outer:  Marks{"“", "”"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "single", Outer: Marks{"‘", "’"}, Inner: Marks{"“", "”"}}},
		},
		Numbers: Numbers{
			Thousands: ",",
			Decimal:   ".",
			Plural:    englishPlural,
			Word:      englishWord,
			Ordinal:   englishOrdinal,
			Date:      "{day} {month} {year}",
			Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
				"December"},
		},
		Lists: Lists{Comma: ", ", And: " and ", Names: ", and ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Contents",
			ByTheme:       "{entries} by Theme",
			ByFirstWords:  "{entries} by First Words",
			Subjects:      "Index of Subjects",
			Notes:         "Notes",
			OtherThemes:   "Other",
			NumberedPart:  "Part {n}",
			Untitled:      "Untitled",
			Cover:         "Cover",
			TitlePage:     "Title page",
			Copyright:     "Copyright",
			Dedication:    "Dedication",
			Epigraph:      "Epigraph",
			Colophon:      "Colophon",
			AboutThisCopy: "About this copy",
		},
		References: References{
			See:             "see",
			Page:            "page\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "maxim\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "The numbers are those of the {entries}.",
			HeadingSee:      "See",
			HeadingSeeAlso:  "See also",
		},
		Notes: Notes{
			ToPage:  "Notes to page\u00A0{page}",
			ToPages: "Notes to pages\u00A0{from}–{to}",
		},
		Asides: Asides{
			Note:       "Note",
			Tip:        "Tip",
			Important:  "Important",
			Warning:    "Warning",
			Caution:    "Caution",
			Example:    "Example",
			Exercise:   "Exercise",
			Question:   "Question",
			Discussion: "Discussion",
			Summary:    "Summary",
		},
		Tables: Tables{
			Continued: "{caption} (continued)",
			Goes:      "(continued)",
			Turned:    "The table is on {page}.",
		},
		Figures: Figures{
			Figure: "figure\u00A0{n}", Table: "table\u00A0{n}",
			FigureLabel: "Figure\u00A0{n}.", TableLabel: "Table\u00A0{n}.",
			Figures: "Figures", Tables: "Tables",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meme", Plural: "memes", Means: "a thought to pass on"},
				"metaphor": {Name: "metaphor", Plural: "metaphors", Means: "one thing seen as another", Line: "{tenor} as {vehicle}"},
			},
			Maxims:     "maxims",
			Entries:    "entries",
			Themes:     "Themes",
			Audience:   "For",
			Card:       "card: {text}",
			Draft:      "DRAFT",
			DraftOnly:  "Draft: not in the book yet.",
			Drafts:     "Drafts: ",
			DraftFolio: "D{n}",
			Picture:    "[picture: {alt}]",
		},
		Makers: Makers{
			By: "by {names}",
			Credits: map[string]Pattern{"edt": "Edited by {name}", "ill": "Illustrated by {name}", "trl": "Translated by {name}",
				"aui": "Introduction by {name}", "aft": "Afterword by {name}", "pht": "Photographs by {name}", "art": "Art by {name}",
				"win": "Introduction by {name}", "wpr": "Preface by {name}", "bkd": "Designed by {name}", "cov": "Cover by {name}",
				"dsr": "Designed by {name}", "com": "Compiled by {name}"},
			Roles: map[string]string{"aut": "author", "edt": "editor", "ill": "illustrator", "trl": "translator",
				"aui": "author of introduction", "pht": "photographer", "bkd": "book designer", "nrt": "narrator"},
			Contributor: "contributor",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Names: {text}",
			Title:          "Title: {text}",
			Description:    "Description: {text}",
			Identifiers:    "Identifiers: {text}",
			Subjects:       "Subjects: {text}",
			Classification: "Classification: {text}",
			Typeface:       "Set in {name}, a typeface under the SIL Open Font License.",
			Typefaces:      "Set in {names}, typefaces under the SIL Open Font License.",
			SetIn:          "Set in {font}",
			DesignedBy:     ", designed by {designer}",
			MadeBy:         ". Lines, pages and indexes made by octavo from the author’s manuscript.",
		},
		Typescript: Typescript{Length: "about {n} words", Chapter: "Chapter {n}"},
		Review: Review{
			Notice:          "Advance Uncorrected Proof — Not for Sale",
			Quotations:      "This is an uncorrected proof. Please check all quotations against the finished book.",
			Unnamed:         "review copy",
			Front:           "Front",
			Data:            "Data",
			Changes:         "Changes",
			Title:           "Title",
			Author:          "Author",
			Publisher:       "Publisher",
			ISBN:            "ISBN",
			Trim:            "Trim",
			Pages:           "Pages",
			PagesInPrint:    "Pages in print",
			Price:           "Price",
			Publication:     "Publication",
			Edition:         "Edition",
			Manuscript:      "Manuscript",
			Subjects:        "Subjects",
			Contact:         "Contact",
			Comments:        "Comments",
			TrimSize:        "{inches} in ({millimetres} mm)",
			InPrint:         "print",
			AsHardcover:     "hardcover",
			InPaper:         "paperback",
			AsEPUB:          "EPUB",
			ToCome:          "to be announced",
			State:           "Manuscript {revision} of {date}",
			DatedState:      "Manuscript {revision}, {date}",
			BookPages:       "Pages and their numbers are those of the book. ",
			TypescriptPages: "This is a typescript: its pages are not those of the book. ",
			NumberedLines: "Every {nth} line of a page has its number beside it, so that a remark can say where it belongs: “page 42, " +
				"line 17”. Notes written into this file with any PDF reader find their way to the author’s manuscript.",
			EveryLine: "single",
			Number:    "Copy {n} of {of}",
			For:       "for",
			Reader:    "for {name}",
			NumberFor: "{copy}, for {name}",
			Drafts:    "Drafts: not in the book yet",
			Removed:   "removed after this: {title}",
			TK:        "TK: still to come",
		},
		Changes: Changes{
			Since:           "What has changed since {state}",
			LastCopy:        "your last copy, manuscript {revision}",
			None:            "Nothing.",
			New:             "new",
			Removed:         "removed",
			Moved:           "moved",
			Changed:         "changed",
			In:              "page {n} in print",
			From:            "from “{chapter}”",
			WordsNew:        Counted{One: "{n} word new", Other: "{n} words new"},
			WordsGone:       Counted{One: "{n} word gone", Other: "{n} words gone"},
			OtherPicture:    "another picture",
			OtherForm:       "in another form",
			OtherKeys:       "other {keys}",
			CrossReferences: "cross-references",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "line\u00A0{n}",
			ForRead: "for {was} read {is}",
			Delete:  "delete {was}",
			Insert:  "insert {is}",
		},
		Trade: Trade{
			Sheet:        "Title information",
			About:        "About the book",
			AboutAuthor:  "About the author",
			AboutAuthors: "About the authors",
			FromTheBook:  "From the book",
			Inside:       "A look inside",
			Order:        "How to order",
			Series:       "Series",
			Rights:       "Rights",
			Excerpt:      "Excerpt",
			ExcerptOf:    "{title} (excerpt)",
			IsExcerpt:    "You have read an excerpt from {title}.",
			WholeBook:    "The whole book",
		},
		Answers: Answers{
			Title:    "Your remarks",
			Thanks:   "Thank you for reading so closely. This is what became of your remarks.",
			At:       "page\u00A0{page}, line\u00A0{line}",
			Taken:    "taken up",
			Changed:  "changed otherwise",
			Declined: "left as it was",
			Open:     "still open",
			Gone:     "no longer in the book",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n} card", Other: "{n} cards"},
			Themes:      "Themes",
			Blank:       "Write this down",
			Deck:        "{title}: Cards",
			AtAGlance:   "{title}: Cards at a glance",
			Proof:       "{title}: Proof of a card",
			Calibration: "{title}: Calibration",
		},
		Sheets: Sheets{
			Front:      "{sheet} front",
			Back:       "{sheet} back",
			Of:         "{n} of {of}",
			ProofFront: "front of {card}",
			ProofBack:  "back",
			Ruler:      "This ruler is {mm} mm long where the card has its true size. Where it is not, print at 100 %.",
			Jig:        "jig",
			JigCard:    "a card of {size}",
			JigCut:     "cut along the dashes, {mm} mm off",
		},
		Laminating: Laminating{
			Label:      "how to laminate",
			Title:      "How to cut and laminate the cards",
			PlainLabel: "instructions",
			PlainTitle: "How to make the cards",
			PrintBothSides: "Print pages {first} to {n} on both sides, in true size (100 %), the printer set to flip on the {edge} edge. Hold a " +
				"sheet against the light: each back must lie behind its front. If it does not, octavo cards calibrate shows by how much.",
			PrintOneSide: "Print pages {first} to {n} on one side, in true size (100 %).",
			LongEdge:     "long",
			ShortEdge:    "short",
			Cut: "Cut in the order of the numbers below, always through the whole sheet, and keep the pieces in their order. A card is " +
				"{size} when it is cut.",
			Break: "Break stock {stock} apart along its perforation. A card is {size}.",
			Fold: "Cut in the order of the numbers below, then fold each piece along the dashed line, printed sides out, and press the " +
				"fold flat.",
			Warm: "Let the laminator get as hot as the film asks for, and feed the pouch sealed edge first. Let it lie flat until it is cold.",
			LaySheet: "Lay each sheet into a pouch of {pouch}, pushed into its sealed edge, with the film standing out evenly at the other " +
				"sides.",
			OpenEdges: "The edges of these cards are open: paper shows there, and takes up water. Keep them dry, or cut the cards first the " +
				"next time and laminate them after (laminate = \"cards\").",
			RoundCorners: "Round the corners with a punch of about {mm} mm, before the film comes on.",
			LayOnJig: "Lay the open pouch of {pouch} on the jig, which is the next page, and a card on each of its frames. Frames are {mm} mm " +
				"apart, so that film meets film all round each card.",
			CloseOnJig: "Close the pouch without moving the cards, and slide the jig out.",
			CutDashes: "Cut along the dashes, {mm} mm outside each card and never into its paper: a card stays sealed only while film stands " +
				"out all round.",
			LayCard: "Lay each card into a pouch of {pouch} ({name}) so that film stands out evenly all round: {mm} mm at the narrower sides.",
			KeepFilm: "Do not cut into the film: a card stays sealed only while film stands out all round. Round its corners if they are " +
				"sharp.",
			TestStock: "Print page {first} on plain paper and hold it against a sheet of stock {stock} in front of a light: each card must lie " +
				"inside its perforation.",
			FeedStock:    "Feed the stock by the manual tray, one sheet at a time, and let the ink dry.",
			PunchCorners: "Round the corners with a punch of about {mm} mm.",
			Glue:         "Glue the two halves of each card together, and let them dry under a weight.",
			OpenLines: "In {program} set the page to {sheet}, open {svg} (or {dxf}, where it reads no SVG) and centre the lines on the page. " +
				"Together they measure {size}.",
			TypeMarks: "Turn on the registration marks of three corners, and type what is printed: length {arm} mm, thickness {thickness} mm, " +
				"inset {inset} mm.",
			CutByMachine: "Lay a sheet on the mat with its front up and its black square at the upper left, and let the machine find the marks. " +
				"Cut a sheet of plain paper first.",
			Upload: "In {program} upload each picture {png} as a flat one for Print Then Cut, and set its size: {size}. The machine cuts along " +
				"its edges.",
			AttachLines: "Upload {svg} too, lay its lines on the picture, centre to centre, and attach both: the machine cuts along the lines.",
			PrintThere:  "Print it from there on {sheet} in true size (100 %), and cut a sheet of plain paper first.",
			PrintBacks: "Before you cut, print its back on the other side: page {first} is that of picture 1, and so on. It stands in the middle of " +
				"the sheet: move the picture there, and hold the first sheet against the light.",
		},
		Ordering: Ordering{
			Title:    "{title}: cards for {service}",
			Choose:   "Choose this card: {card}. The deck has {n}.",
			OwnBacks: "Let every card have a front and a back of its own.",
			UploadPictures: "Upload the fronts ({fronts}) in the order of their numbers, then the backs ({backs}) in the same order: a front and its " +
				"back have the same number.",
			UploadFile: "Upload {file}. It has a page for each face, the back of a card before its front.",
			Unscaled:   "Let nothing be scaled: the files have their size, with {mm} mm on all sides that are cut off.",
			Finish:     "Paper, finish and box are free to choose: the files are the same for all.",
			Preview:    "Look at every card in the preview, and order one deck before you order many.",
		},
		Calibrate: Calibration{
			Front:  "front",
			Back:   "back",
			OnBack: "The back of the calibration sheet. Turn it over and hold it against the light.",
			Title:  "Do the backs lie behind the fronts?",
			Print:  []string{"Print this sheet on both sides, the way you print your cards:", "in true size (100 %), not fitted to the page."},
			Hold:   []string{"Hold it against a window, this side towards you.", "The lines of the back shine through."},
			Read: []string{"At each of the four sides find the line of the long scale that",
				"goes straight on as a line of the back, and write down its number.",
				"From line to line it is a quarter of a millimetre. The thick line of",
				"the back shows on the small ruler about which number it will be;",
				"where that is more than 3, take it, and print this sheet again after."},
			Type: []string{"Type them on one line, with a minus where there is one:"},
			Shifted: [2]Pattern{"They come on top of what moves this back already: {right} mm to the right,",
				"{down} mm down, and {degrees} degrees."},
			Top:      "top",
			Bottom:   "bottom",
			Left:     "left",
			Right:    "right",
			Reminder: []string{"Against the light,", "read the numbers", "where lines meet:", "x is across, y is down."},
		},
		Ebook: Ebook{
			Landmarks:    "Landmarks",
			Start:        "Start of the text",
			PrintedPages: "Pages of the printed book",
			Pages:        "Pages",
			BackToText:   "Back to the text",
			CoverOf:      "Cover of {title}",
			CoverBy:      ", by {names}",
			PrintedBook:  "{title}, the printed book",
			Identifier:   "Publication identifier",
		},
		Access: Accessibility{
			Text:          "The text can be set in any size, font and colour, and a screen reader or a braille display reads it in order.",
			Ways:          " One finds one’s way by {ways}.",
			Contents:      "a table of contents",
			Headings:      "headings",
			Indexes:       "indexes with links",
			PageNumbers:   "the page numbers of the printed book",
			NoneDescribed: " Its pictures have no descriptions.",
			SomeDescribed: " Some of its pictures have no description.",
			AllDescribed:  " Every picture is described in words.",
			OnlyCover:     " It has no pictures but its cover, which is described in words.",
			NoPictures:    " It has no pictures.",
			Tables:        " Tables name their columns.",
			Notes:         " Notes are linked to their marks and back.",
			Still:         " Nothing in it moves, flashes or sounds.",
			Statement: Statement{
				Title:       "Accessibility statement",
				Reading:     "Ways of reading",
				Navigation:  "Navigation",
				Hazards:     "Hazards",
				Conformance: "Conformance",
				Contact:     "Contact",
				Meets:       "This publication meets {standard}. Certified by: {name}.",
				Unclaimed:   "Nobody has certified that this publication meets a standard of accessibility.",
				WriteTo:     "Questions and remarks about accessibility: {address}",
				Made:        "Date of this statement: {date}",
				Formulas:    " Formulas are given as MathML.",
			},
		},
		Rules: Rules{
			Hyphenation: Hyphenation{Patterns: "hyphenation/en-us.txt", Exceptions: "hyphenation/en-us-exceptions.txt", Before: 2, After: 3},
			Clinging: set(`I a an the
			about above across after against along among around as at before behind below beneath beside between beyond by
			during except for from in inside into like near of on onto over past since than through to toward towards
			under until upon with within without
			and because but if nor or so that though unless when where while who whose yet
			every her his its my no our their your very
			’s ’re ’ll ’ve ’m ’d he she we they you is are was were be been am has have had do does did will would can could shall should may might must not don’t doesn’t
			didn’t can’t won’t isn’t aren’t wasn’t never this these those some any each too more most less only two three four five six seven eight
			nine ten twelve twenty hundred`),
			Opening: set(`and but or nor so yet because if unless until though although when whenever where wherever while whether since than that who whom whose
			which what whatever whoever how why as`),
			StaysWithNext: set("I A a O"),
			BeforeNumber:  set("p. pp. no. nos. vol. ch. fig. sec. art. ed."),
			BeforeName:    set("dr. mr. mrs. ms. prof. st. rev."),
			AfterNumber: set(`% °C °F K mm cm m km ft yd mi pt mg g kg t lb lbs oz ml cl l L ms min kB MB GB Hz kHz V W kW a.m p.m pm AM PM
			BC AD`),
			NoSentenceEnd: set("Mr. Mrs. Ms. Dr. St. Prof. Rev. Sr. Jr. vs. No. Gen. Col. Capt. Lt. e.g. i.e."),
			Matter: map[string]string{"preface": "preface", "foreword": "foreword", "introduction": "introduction", "prologue": "prologue",
				"acknowledgments": "acknowledgments", "acknowledgements": "acknowledgments", "epilogue": "epilogue",
				"afterword": "afterword", "conclusion": "conclusion", "appendix": "appendix", "colophon": "colophon",
				"credits": "credits", "errata": "errata"},
			Articles: []string{"a", "an", "the"},
			Letters:  "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
			Elided: set("tis twas twere twill twould tisn twasn twouldn em im n nuff kay til gainst neath cept fraid cuz scuse spose " +
				"specially pon twixt tween imself erself lectric splain"),
			MayBeElided: set("till cause bout round cos coz fore way e er ere is as ad ave ow and at ead eart ouse ome orse ole ard " +
				"alf appen ell ope ear eard ello allo undred usband ungry ot ill im nother nough spect burbs phone midst mong mongst " +
				"stead side low less count most member tater possum gator coon copter plane sides bye board deed tention"),
			Clipped: set("o ol an th wi lil mo po jus mos nothin somethin anythin everythin mornin evenin"),
			NotOwned: set("and or but nor if when while where because though although so than that this these those which who whom " +
				"is was are were be been has have had do does did will would can could should may might must shall not " +
				"to of in on at by for from with as into about after before he she it they we i you him them us me the a an " +
				"his her their its my your our said says asked replied cried"),
			Possessive: Possessive{After: "s"}, DropsG: true,
			Repeated: set("had that very really so no ha bye well there now far many knock"),
			Joining:  set("a an the of in on to for and or with by at one s your their its"),
			Singular: englishSingular,
			Stem:     englishStem,
		},
		Reader: Reader{
			Page:     []string{"page", "pages", "p", "pp", "pg"},
			Line:     []string{"line", "ln", "l"},
			On:       []string{"on"},
			Days:     []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
			HalfDays: []string{"am", "pm"},
			Columns: Columns{
				Page:    []string{"page", "pg", "p", "p.", "folio", "page number", "page no"},
				Line:    []string{"line", "ln", "line number", "line no", "l"},
				Comment: []string{"comment", "comments", "remark", "remarks", "note", "notes", "correction", "annotation", "feedback"},
				Reader:  []string{"reader", "author", "name", "who", "by", "reviewer", "from"},
				Words:   []string{"words", "quote", "text", "highlight", "quotation", "passage", "highlighted text", "selected text", "reads", "was", "old"},
				New:     []string{"replacement", "should read", "should be", "new", "change to", "is", "now"},
				File:    []string{"file"},
				Row:     []string{"row", "file line"},
				Date:    []string{"date", "highlighted at", "created"},
				Heading: []string{"chapter", "section", "heading", "entry"},
				Book:    []string{"title", "book", "book title"},
			},
			Labels: Labels{
				Passage: []string{"highlight", "quote", "text", "passage"},
				Heading: []string{"chapter", "section"},
				Comment: []string{"note", "comment", "my note"},
			},
			Kindle: Kindle{
				Page:     []string{"page"},
				Location: []string{"location", "loc."},
				Added:    []string{"added on"},
				Note:     []string{"note"},
			},
			Excerpts: []string{"All Excerpts From", "Excerpt From"},
			Anybody:  []string{"user", "guest", "admin", "administrator", "owner", "unknown", "reader", "me", "author", "anonymous"},
		},
	}
})

// set returns the words of a text.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	englishOnes = [...]string{"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
		"Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"}
	englishTens     = [...]string{"", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"}
	englishOrdinals = [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth"}
)

// englishWord returns a number from 1 to 99 in words.
func englishWord(n int) string {
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 20:
		return englishOnes[n]
	case n%10 == 0:
		return englishTens[n/10]
	}
	return englishTens[n/10] + "-" + strings.ToLower(englishOnes[n%10])
}

// englishOrdinal returns an ordinal number, in words up to the twelfth.
func englishOrdinal(n int) string {
	switch {
	case n > 0 && n < len(englishOrdinals):
		return englishOrdinals[n]
	case n%10 == 1 && n%100 != 11:
		return strconv.Itoa(n) + "st"
	case n%10 == 2 && n%100 != 12:
		return strconv.Itoa(n) + "nd"
	case n%10 == 3 && n%100 != 13:
		return strconv.Itoa(n) + "rd"
	}
	return strconv.Itoa(n) + "th"
}

// englishSingular returns a word without the ending of its plural.
func englishSingular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}

// englishStem returns a word without the commonest endings.
func englishStem(word string) string {
	for _, end := range []string{"ing", "ies", "es", "ed", "s", "y", "e"} {
		if s, ok := strings.CutSuffix(word, end); ok && len(s) >= 2 {
			if n := len(s); n >= 4 && s[n-1] == s[n-2] && (end == "ing" || end == "ed") { // mapping, map
				s = s[:n-1]
			}
			return s
		}
	}
	return word
}

// englishPlural returns the plural of a noun by the rules that have few exceptions.
func englishPlural(noun string) string {
	before, last := "", ""
	if n := len(noun); n > 1 {
		before, last = noun[n-2:n-1], noun[n-1:]
	}
	switch {
	case noun == "":
		return ""
	case strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"), last == "s", last == "x", last == "z":
		return noun + "es"
	case last == "y" && !strings.Contains("aeiou", before):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

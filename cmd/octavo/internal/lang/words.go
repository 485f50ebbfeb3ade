package lang

// Titles are those of what stands in a book beside its chapters.
type Titles struct {
	Contents      string
	ByTheme       Pattern // of the index of entries by theme: {entries} is what they are called
	ByFirstWords  Pattern // likewise
	Subjects      string
	Notes         string  // over notes at the end of a chapter or of the book
	OtherThemes   string  // over maxims that name no declared theme
	NumberedPart  Pattern // {n} is a numeral or a number in words
	PartInWords   Pattern `lang:"optional"` // likewise, in place of it where the number is in words: "Erster Teil" beside "Teil II"; a word that does not begin it is in small letters
	Untitled      string  // of a chapter without a title or a file's name
	Cover         string
	TitlePage     string
	Copyright     string
	Dedication    string
	Epigraph      string
	Colophon      string
	AboutThisCopy string
}

// References lead from one place of a book to another.
type References struct {
	See             string // before the entries that an entry refers to
	Page            Pattern
	PageAbbreviated Pattern // where there is little room
	Maxim           Pattern // a numbered entry: {n}
	Counted         Pattern // an entry that is counted among those of its kind: {kind} and {n}
	Numbered        Pattern // below the title of an index whose numbers are those of {entries} instead of pages
	HeadingSee      string  // in the index of subjects, before the headings that a heading stands for
	HeadingSeeAlso  string  // and before further ones
}

// Notes are the running heads over notes at the end of the book.
type Notes struct {
	ToPage  Pattern // {page} has the marks of all notes on the page
	ToPages Pattern // {from} and {to} have the first mark and the last
}

// Asides are the labels of passages that are set off from the text.
type Asides struct {
	Note, Tip, Important, Warning, Caution, Example, Exercise, Question, Discussion, Summary string
}

// Label returns the label of the nth kind of book.AsideKind, "" of the plain one.
func (a *Asides) Label(n int) string {
	labels := [...]string{"", a.Note, a.Tip, a.Important, a.Warning, a.Caution, a.Example, a.Exercise, a.Question, a.Discussion, a.Summary}
	if n < 0 || n >= len(labels) {
		return ""
	}
	return labels[n]
}

// Tables are the words beside tables.
type Tables struct {
	Continued Pattern // over the rows on a further page: {caption}
	Goes      string  // the same where the table has no caption
	Turned    Pattern // in the text: {page} is where a table stands that is turned sideways on a page of its own
}

// Figures are the words for figures and tables that have a number {n}.
type Figures struct {
	Figure, Table           Pattern // in text
	FigureLabel, TableLabel Pattern // before a caption
	Figures, Tables         string  // over the lists of them
}

// Entry is the labels of an entry.
type Entry struct {
	Kinds      map[string]Kind // by id
	Maxims     string          // what entries are called together
	Entries    string          // likewise, where some are of kinds that the author has made
	Themes     string          // before the names of themes
	Audience   string          // before the names of audiences
	Card       Pattern         // in a Word file: {text} is what the entry's card says
	Draft      string          // beside an entry that is not finished
	DraftOnly  string          // at the head of its gloss in an EPUB
	Drafts     string          // before the title of a chapter, over its drafts
	DraftFolio Pattern         // the number of a page with drafts
	Picture    Pattern         // in place of a picture that cannot be shown: {alt} is its description
}

// Kind is the words for a kind of entry that octavo has of itself.
type Kind struct {
	Name, Plural string
	Means        string  // on the back of a deck's title card
	Line         Pattern // beside its name; its places are keys of the kind
}

// Makers are the words for who made a book.
type Makers struct {
	By          Pattern            // on a title page: {names} are the authors
	Credits     map[string]Pattern // lines of the EPUB's title page, by MARC relator code: {name}
	Roles       map[string]string  // in the catalogue block, by MARC relator code
	Contributor string             // any other role
}

// Role returns a MARC relator code in words.
func (m *Makers) Role(code string) string {
	if role, ok := m.Roles[code]; ok {
		return role
	}
	return m.Contributor
}

// Imprint is the copyright page, the catalogue block on it, and the colophon.
type Imprint struct {
	ISBN Pattern // {isbn}
	LCCN Pattern // {lccn}

	Names, Title, Description, Identifiers, Subjects, Classification Pattern // lines of the catalogue block: {text}

	Typeface  Pattern // the EPUB's copyright page: {name}
	Typefaces Pattern // {names}

	SetIn      Pattern // the colophon: {font}
	DesignedBy Pattern // follows that: {designer}
	MadeBy     string  // follows that
}

// Typescript is the manuscript in the form that editors correct.
type Typescript struct {
	Length  Pattern // on the first page: {n} words
	Chapter Pattern // {n} is the chapter's number
}

// Review is the words of review copies.
type Review struct {
	Notice     string // what a copy is, where book.toml has no other
	Quotations string // what a reviewer who quotes is to do, likewise
	Unnamed    string // what a copy is where its notice is empty

	Front, Data, Changes string // the labels of a copy's own pages

	Title, Author, Publisher, ISBN, Trim, Pages, PagesInPrint, Price, Publication, Edition, Manuscript, Subjects, Contact,
	Comments string // rows of the data page

	TrimSize                     Pattern // {inches} and {millimetres}, each two numbers
	InPrint, AsHardcover, AsEPUB string  // what an ISBN or a price is for
	InPaper                      string  // likewise, of a paperback that has a hardcover beside it
	ToCome                       string  // in place of a price and a date
	State                        Pattern // of the manuscript, on the front: {revision} and {date}
	DatedState                   Pattern // the same in a row: {revision} and {date}

	BookPages       string  // whose page numbers a copy has
	TypescriptPages string  // likewise
	NumberedLines   Pattern // how to name a line: {nth} lines have numbers
	EveryLine       string  // in place of {nth} where every line has a number

	Number    Pattern // {n} of {of}
	For       string  // above a reader's name
	Reader    Pattern // {name}, in a line of its own
	NumberFor Pattern // {copy} is Number, {name} the reader

	Drafts  string  // over pages with drafts
	Removed Pattern // in the margin: {title}
	TK      string  // in the margin
}

// Changes are what has changed between two states of a book.
type Changes struct {
	LastCopy                     Pattern // a state, in place of {state}: {revision}
	Since                        Pattern // {state}
	None                         string
	New, Removed, Moved, Changed string
	In                           Pattern // follows a change in an EPUB: {n} is its printed page
	From                         Pattern // {chapter}
	WordsNew                     Counted
	WordsGone                    Counted
	OtherPicture                 string
	OtherForm                    string
	OtherKeys                    Pattern // {keys} of an entry
	CrossReferences              string  // in place of the key "see"
}

// Kind returns the word for a kind of change: "new", "removed", "moved" or "changed".
func (c *Changes) Kind(kind string) string {
	switch kind {
	case "new":
		return c.New
	case "removed":
		return c.Removed
	case "moved":
		return c.Moved
	case "changed":
		return c.Changed
	}
	return kind
}

// Errata are the words of an erratum slip: what is wrong in a printed edition.
type Errata struct {
	Title   string
	Line    Pattern // of a page, which References.Page names: {n}
	ForRead Pattern // {was} and {is} are words in quotation marks
	Delete  Pattern // {was} is the beginning of a paragraph
	Insert  Pattern // {is} likewise
}

// Trade is the words of the sheet for booksellers and reviewers, and of a sampler. The labels of its rows are those of Review.
type Trade struct {
	Sheet                     string // what the sheet is
	About                     string // over the words on the book
	AboutAuthor, AboutAuthors string // over those on who wrote it
	FromTheBook               string // over a maxim
	Inside                    string // over pages of the book
	Order                     string // over where the book is to be had
	Series, Rights            string // rows

	Excerpt   string  // on the title page of a sampler
	ExcerptOf Pattern // the title of a sampler, for catalogues: {title}
	IsExcerpt Pattern // on the last page of a sampler: {title}
	WholeBook string  // the title of that
}

// Answers are the words of the page that tells a reader what became of the reader's remarks.
type Answers struct {
	Title                          string
	Thanks                         string  // under it
	At                             Pattern // where the words of a remark stand now: {page} and {line}
	Gone                           string  // in place of that
	Taken, Changed, Declined, Open string  // what became of a remark: a few words beside it
}

// Deck is the words of cards that are no entry's, and the titles of a deck's documents.
type Deck struct {
	Cards                               Counted
	Themes                              string  // heads the card of themes
	Blank                               string  // heads a card to write on
	Deck, AtAGlance, Proof, Calibration Pattern // titles: {title} is the book's
}

// Sheets are the words on sheets beside the cards.
type Sheets struct {
	Front, Back Pattern // labels of pages: {sheet} is the number
	Of          Pattern // sheet {n} of {of}
	ProofFront  Pattern // over a card in true size: {card}
	ProofBack   string
	Ruler       Pattern // {mm} is its length
	Jig         string  // label of the page
	JigCard     Pattern // {size}
	JigCut      Pattern // {mm} outside the card
}

// Laminating is the page that tells how to print, cut and laminate cards.
type Laminating struct {
	Label, Title           string
	PlainLabel, PlainTitle string // of cards that are not laminated

	PrintBothSides      Pattern // pages {first} to {n}, flipped on the edge {edge}
	PrintOneSide        Pattern // {first} and {n}
	LongEdge, ShortEdge string  // {edge}
	Cut                 Pattern // {size}
	Break               Pattern // {stock} and {size}
	Fold                string
	Warm                string
	LaySheet            Pattern // {pouch}
	OpenEdges           string
	RoundCorners        Pattern // {mm}
	LayOnJig            Pattern // {pouch} and {mm}
	CloseOnJig          string
	CutDashes           Pattern // {mm}
	LayCard             Pattern // {pouch}, its {name} and {mm}
	KeepFilm            string

	TestStock    Pattern // page {first} and {stock}
	FeedStock    string
	PunchCorners Pattern // {mm}, of cards that are not laminated
	Glue         string  // likewise, folded ones

	OpenLines    Pattern // {program}, {sheet}, {svg}, {dxf} and {size} of all lines together
	TypeMarks    Pattern // {arm}, {thickness} and {inset} of the registration marks
	CutByMachine string
	Upload       Pattern // {program}, {png} and {size}
	AttachLines  Pattern // {svg}, where cards bleed
	PrintThere   Pattern // {sheet}
	PrintBacks   Pattern // page {first} is the first
}

// Ordering is the text beside the files for a print service that tells how to order there.
type Ordering struct {
	Title          Pattern // {title} and {service}
	Choose         Pattern // {card} is its name and size, {n} how many cards
	OwnBacks       string
	UploadPictures Pattern // {fronts} and {backs} are names of files
	UploadFile     Pattern // {file}
	Unscaled       Pattern // {mm} is the bleed
	Finish         string
	Preview        string
}

// Calibration is the sheet that shows how far backs are off. Steps are broken into lines of at most 68 characters.
type Calibration struct {
	Front, Back              string // labels of its pages
	OnBack                   string // what the back says
	Title                    string
	Print, Hold, Read, Type  []string
	Shifted                  [2]Pattern // of a printer whose backs are moved: {right}, then {down} and {degrees}
	Top, Bottom, Left, Right string
	Reminder                 []string // in place of all that on a sheet that is too small
}

// Ebook is what an EPUB has beside the book, for the eyes of readers and of shops.
type Ebook struct {
	Landmarks, Start string
	PrintedPages     string  // heads the list of the printed book's pages
	Pages            string  // likewise, in the form of EPUB 2
	BackToText       string  // what the number of a footnote leads to
	CoverOf          Pattern // {title}: the description of the cover
	CoverBy          Pattern // follows that: {names}
	PrintedBook      Pattern // {title}: what the page numbers are those of
	Identifier       string  // what the book's identifier is, for shops
}

// Accessibility is the summary of how an EPUB can be read.
type Accessibility struct {
	Text                                                              string
	Ways                                                              Pattern // {ways} are some of the following, as a list
	Contents, Headings, Indexes, PageNumbers                          string
	NoneDescribed, SomeDescribed, AllDescribed, OnlyCover, NoPictures string
	Tables, Notes, Still                                              string
	Statement                                                         Statement
}

// Statement is the page of an EPUB that says how it can be read, in the order and the terms of W3C's Accessibility Metadata Display Guide.
type Statement struct {
	Title                                              string
	Reading, Navigation, Hazards, Conformance, Contact string  // its headings
	Meets                                              Pattern // a {standard}, which a {name} certifies
	Unclaimed                                          string
	WriteTo                                            Pattern // {address}
	Made                                               Pattern // {date}
	Formulas                                           string  // follows what is said of pictures
}

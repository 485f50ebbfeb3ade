package exports

// Form is a form of files that is known: how it is recognised, and how a reader gets such a file.
type Form struct {
	Program string // the programs that write it
	File    string // what the file is called
	How     string // what the reader does

	is   func(*reader, string) bool // nil where the reader of another form, or [ReadArchive], reads this one too
	read func(*reader, string) error
}

// Table is the form of tables, which may have the comments of many readers.
const Table = "a spreadsheet"

// Forms lists the forms that [Read] and [ReadArchive] know, in the order in which a text is held against them: the first that it
// has is its form.
func Forms() []Form {
	return []Form{
		{"Kobo", "*.annot", "copy it from the device's drive, out of Digital Editions/Annotations", isAnnot, (*reader).annot},
		{"Kindle app", "*.html", "open the notebook of the book, then share or export it", hasClass("noteHeading"), (*reader).kindleNotebook},
		{"PocketBook", "*.html", "open the notes of the book, then export them", hasClass("bm-text"), (*reader).pocketBook},
		{"Google Docs", "*.docx, *.html", "download the document as a Word file, which says more than a web page", isGoogleDocs, (*reader).googleDocs},
		{"Google Play Books", "*.docx, *.html", "download the book's notes from the folder Play Books Notes in Google Drive", isMarkup, (*reader).page},
		{"KOReader", "metadata.*.lua", "copy it from the folder beside the book whose name ends in .sdr", isLua, (*reader).lua},
		{"KOReader", "*.json, *.html", "export the highlights from the menu of tools", nil, nil},
		{"Thorium", "*.annotation", "export the annotations", isJSON, (*reader).json},
		{"calibre", "*.calibre_highlights", "in the viewer, export the highlights; or send the book, if it is an EPUB", nil, nil},
		{"Moon+ Reader", "*.mrexpt", "export the bookmarks and highlights to a file", isMoon, (*reader).moon},
		{"Kindle", "My Clippings.txt", "copy it from the device's drive, out of documents", isClippings, (*reader).clippings},
		{"KOReader", "*.txt", "export the highlights from the menu of tools", isKOReaderText, (*reader).koreaderText},
		{"KOReader", "*.md", "export the highlights from the menu of tools", isKOReaderMarkdown, (*reader).koreaderMarkdown},
		{"Boox", "*.txt", "export the notes of the book", isBoox, (*reader).boox},
		{"Tolino", "notes.txt", "copy it from the device's drive", isTolino, (*reader).tolino},
		{"Moon+ Reader", "*.txt", "share the highlights and notes", isMoonText, (*reader).moonShared},
		{"Readwise", "*.md, *.csv", "export the book", isLinked, (*reader).linked},
		{"Hypothesis", "*.json, *.csv, *.md", "export the annotations", nil, nil},
		{"Zotero", "*.md, *.html", "make a note of the annotations, then export it", nil, nil},
		{"Foliate", "*.json, *.html, *.md, *.org", "export the annotations", nil, nil},
		{Table, "*.csv", "columns for page and comment; also line, words, reader", isTable, (*reader).table},
		{"Apple Books", "text or mail", "select the notes of the book, and share them by mail", isAnything, (*reader).notes},
		{"a letter", "text", "quote the words, or name page and line: p. 42, line 7: too long", nil, nil},
	}
}

func isAnything(*reader, string) bool { return true }

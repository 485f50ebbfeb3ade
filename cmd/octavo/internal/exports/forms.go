package exports

// Form is a form of files that is known.
type Form struct {
	Name  string // "KOReader"
	Files string // what the files are called, or are
	How   string // where the reader gets it

	is   func(*reader, string) bool // nil: a form that another form's reader reads, or not a text
	read func(*reader, string) error
}

// forms lists the forms in the order in which a text is held against them: the first that it has is its form.
func forms() []Form {
	return []Form{
		{"Kobo, Adobe Digital Editions", ".annot", "on the reader's drive, in Digital Editions/Annotations", isAnnot, (*reader).annot},
		{"Kindle notebook", ".html", "in the app or on the device: Notebook, Share or Export", hasClass("noteHeading"), (*reader).kindleNotebook},
		{"PocketBook", ".html", "in the book's contents: Notes, Export", hasClass("bm-text"), (*reader).pocketBook},
		{"Google Play Books, Zotero, KOReader, Foliate, Google Docs", ".html", "the document of notes in Google Drive, saved as a web page; Export Note; Export highlights",
			isMarkup, (*reader).page},
		{"KOReader's own file", "metadata.epub.lua", "in the folder beside the book whose name ends in .sdr", isLua, (*reader).lua},
		{"W3C annotations, Thorium, Hypothesis, KOReader, calibre, Foliate, Zotero", ".json, .annotation, .calibre_highlights",
			"Export annotations", isJSON, (*reader).json},
		{"Moon+ Reader", ".mrexpt", "Bookmarks, Share, Export to file", isMoon, (*reader).moon},
		{"Kindle clippings", "My Clippings.txt", "on the device's drive, in documents", isClippings, (*reader).clippings},
		{"KOReader", ".txt", "Export highlights, Text", isKOReaderText, (*reader).koreaderText},
		{"KOReader", ".md", "Export highlights, Markdown", isKOReaderMarkdown, (*reader).koreaderMarkdown},
		{"Boox", ".txt", "Notes, Export", isBoox, (*reader).boox},
		{"Tolino", "notes.txt", "on the device's drive", isTolino, (*reader).tolino},
		{"Moon+ Reader", ".txt", "Bookmarks, Share", isMoonText, (*reader).moonText},
		{"Readwise, Hypothesis, Zotero", ".md", "Export, Markdown", isLinked, (*reader).linked},
		{"table", ".csv", "any table with columns for page, words and comment; Readwise, Hypothesis", isTable, (*reader).table},
		{"notes", ".txt, .md, mail", "Apple Books: share the notes; Kobo; calibre; or a letter with quotations, or with \"p. 42, line 7: …\"",
			func(*reader, string) bool { return true }, (*reader).notes},
	}
}

// Forms lists the forms that [Read] and [ReadArchive] know, for people.
func Forms() []Form { return forms() }

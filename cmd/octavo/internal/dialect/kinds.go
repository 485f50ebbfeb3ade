package dialect

// The kinds, by what becomes of them: first what the author wrote for nobody but himself.
var (
	comment = &Kind{"a comment between %%, as in Obsidian: it would be printed",
		"delete it, or write <!-- … -->, which is never printed", true}
	commentLine = &Kind{"a line of comment that begins with %%: it would be printed",
		"delete it, or write <!-- … -->, which is never printed", true}
	ulyssesComment = &Kind{"a comment between ++, as in Ulysses: it would be printed",
		"delete it, or write <!-- … -->, which is never printed; for underlined words, write [words]{.underline}", true}
	ulyssesDeleted = &Kind{"words between ||, deleted in Ulysses: they would be printed",
		"delete them, or write ~~words~~ to print them struck out", true}
	critic = &Kind{"a tracked change or comment of CriticMarkup: it would be printed",
		"accept or reject it in an editor that knows CriticMarkup", true}
	metadata = &Kind{"metadata at the head of a file, as in MultiMarkdown and Pandoc: it would be printed",
		"put it between lines of ---, or delete it and write # and the title", true}

	templater = &Kind{"a template of Templater or ERB: nothing fills it in", "write what it stands for", true}
	template  = &Kind{"a template in double braces: nothing fills it in", "write what it stands for; to print the braces, write \\{\\{", true}
	include   = &Kind{"an instruction to include a file: octavo does not follow it", "copy the words here, or make that file a chapter", true}
	liquid    = &Kind{"an instruction of Liquid or Nunjucks: octavo does not run it", "delete it, and write what it stands for", true}
	shortcode = &Kind{"a shortcode of Hugo: octavo does not know it",
		"write what it stands for: ![what it shows](picture.png \"caption\") for a figure, [words](file.md) for ref and relref", true}
	placeholder = &Kind{"a placeholder of Scrivener: nothing fills it in", "write what it stands for", true}
	contents    = &Kind{"a mark for the table of contents", "delete it: octavo makes the contents itself", true}

	dollars = &Kind{"what may be mathematics between dollar signs: the signs would be printed as they are",
		"write math = true under [text] in book.toml to set mathematics, or write it in words and signs (a^2^ + b^2^); to print a dollar sign, write \\$", false}
	math = &Kind{"mathematics: octavo cannot set formulas, and would print the signs as they are",
		"write it between dollar signs, with math = true under [text] in book.toml, or bring it as a picture", true}
	latex       = &Kind{"a command of LaTeX: it would be printed as it is", "write it in Markdown, such as *words* for \\emph{words}, or delete it", true}
	latexIndex  = &Kind{"an index entry of LaTeX: it would be printed as it is", "delete it; index = [\"…\"] in an entry's block makes the index", true}
	latexCite   = &Kind{"a citation of LaTeX: it would be printed as it is", "write the source out, in the text or in a note: [^1]", true}
	environment = &Kind{"an environment of LaTeX: it would be printed as it is", "write it in Markdown, or bring it as a picture", true}
	citation    = &Kind{"a citation of Pandoc: octavo has no bibliography", "write the source out, in the text or in a note: [^1]", true}
	inTextCite  = &Kind{"what may be a citation of Pandoc: octavo has no bibliography",
		"write the author's name and the source; to print the sign itself, write \\@", false}
	crossRef = &Kind{"a reference of Quarto or Bookdown", "write [](#id), which prints the words of what it leads to", true}
	refLabel = &Kind{"a text reference of Bookdown: nothing fills it in", "write the words themselves", true}
	example  = &Kind{"a numbered example of Pandoc: octavo does not count it", "number it by hand, or write a list: 1. …", true}
	abbr     = &Kind{"the definition of an abbreviation: it would be printed", "delete it, or explain the abbreviation in the text", true}

	directive = &Kind{"a directive of reStructuredText or MyST: octavo does not know it",
		"write it in Markdown: ::: note … ::: for a note, ![…](…) for a picture", true}
	role       = &Kind{"a role of reStructuredText or MyST: octavo does not know it", "write it in Markdown: [words](#id) for a reference", true}
	field      = &Kind{"a field of a document's head, as in AsciiDoc and reStructuredText: it would be printed", "delete it", true}
	emoji      = &Kind{"an emoji by its name: octavo does not replace it", "put the sign itself, if a font has it, or delete it", true}
	markua     = &Kind{"an attribute or a directive of Markua: it would be printed", "delete it; an id stands behind a heading: ## Title {#id}", true}
	admonition = &Kind{"an admonition of MkDocs: octavo does not know it", "write ::: note, the words, and :::", true}
	asciidoc   = &Kind{"a macro of AsciiDoc: octavo does not know it", "write it in Markdown: ![what it shows](picture.png) for image::", true}
	org        = &Kind{"a keyword of Org: it would be printed", "delete it, or write it in Markdown", true}
	heading    = &Kind{"a heading between or behind equals signs, as in a wiki or AsciiDoc", "write ## and the words", true}
	textile    = &Kind{"a mark of Textile at the beginning of a paragraph", "write # for a heading, > for a quotation", true}
	wordpress  = &Kind{"a shortcode in brackets, as in WordPress: octavo does not know it",
		"write what it stands for: ![what it shows](picture.png \"caption\") for a caption", true}
	pageBreak  = &Kind{"a mark for a page break that octavo does not know", "write <!-- pagebreak --> on a line of its own", true}
	texQuotes  = &Kind{"quotation marks of TeX", "write \"words\"; octavo makes the marks of the book's language", true}
	bbcode     = &Kind{"a tag of BBCode: it would be printed", "write **words** for bold, *words* for italic, [words](https://…) for a link", true}
	wikiBold   = &Kind{"words between three apostrophes, bold in a wiki", "write **words**", true}
	wikiItalic = &Kind{"words between two apostrophes, italic in a wiki", "write *words*, or \" for a quotation mark", false}
	label      = &Kind{"a link to a label that no line defines: the brackets would be printed",
		"write [label]: https://… on a line of its own; to print the brackets, write \\[", true}
	kramdown  = &Kind{"an attribute of kramdown: it would be printed", "delete it", true}
	blockID   = &Kind{"the name of a block, as in Obsidian: it would be printed", "delete it; links lead to headings", true}
	dataField = &Kind{"a field of Dataview: it would be printed", "delete it, or write it as a sentence", false}

	fancyList = &Kind{"a list with letters, roman numbers or parentheses, as in Pandoc: it is set as one paragraph",
		"write 1., 2. and so on, or - before each item; or a blank line between the lines", false}
	tag = &Kind{"what looks like a tag, as in Obsidian: it is printed as it is",
		"delete it; to print it without this message, write \\#", false}
	footnote = &Kind{"the mark of a footnote that was lost when the text was exported", "write [^1] there and, on a line of its own, [^1]: and the note", false}

	chunk     = &Kind{"code that a notebook runs: octavo prints it and does not run it", "bring its result: a table, a picture or words", true}
	rawBlock  = &Kind{"raw text for another format: it would be printed as code", "delete it, or write it in Markdown", true}
	query     = &Kind{"a query that a program answers: it would be printed as code", "write what it finds, or delete it", true}
	noteBlock = &Kind{"a note as a code block: it would be printed as code", "write ::: note, the words, and :::", true}
	diagram   = &Kind{"a diagram or a formula that a program draws: it is printed as code", "bring it as a picture, or leave it if the code is meant", false}
	spaced    = &Kind{"an address with blanks: the brackets would be printed", "write [words](<My Note.md>), or %20 for each blank", true}
)

// CrossReference is a reference by id of Quarto, pandoc-crossref or Bookdown.
var CrossReference = crossRef

// EmbeddedNote is a note that is embedded by double brackets and an exclamation mark.
var EmbeddedNote = &Kind{"an embedded note of Obsidian: octavo does not bring its words here", "copy the words, or link to the note: [[Note]]", true}

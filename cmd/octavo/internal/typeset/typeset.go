// Package typeset is the compositor: it turns text in fonts into lines and pages. Fonts are read with New and
// shaped with Font.Shape; NewParagraph measures text, which Ways and Lines make into lines (SetParagraph does all at
// once); PagesOf divides what stands under one another into pages. What comes out is []*Page, plain data that a writer
// turns into a file.
package typeset

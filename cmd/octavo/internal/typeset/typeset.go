// Package typeset is the compositor: it turns text in fonts into lines and pages. Fonts are read with NewFont and
// shaped with Font.Shape; paragraphs become lines; what comes out is []*Page, plain data that a writer turns
// into a file.
package typeset

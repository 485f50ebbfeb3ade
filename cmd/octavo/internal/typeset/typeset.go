// Package typeset sets text: it shapes it, breaks paragraphs into lines and divides galleys into pages.
//
// [LoadFace] reads a font, and [Face.Shape] turns text into glyphs. [NewParagraph] measures a paragraph, which
// [Paragraph.Ways] breaks and [Paragraph.Lines] sets; [SetParagraph] does both in one call. [PagesOf] divides blocks into
// pages. [NewDisplay] sets short texts as large as they fit. Lines are items of package page.
package typeset

package preflight

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// explained says of each point what it asks for and why.
var explained = map[string]string{
	"encryption":     "The file is not locked. Printers and readers refuse files with a password, even one that only forbids printing.",
	"sound":          "All objects of the file can be read, and its table of them is right. A file that had to be repaired is made anew.",
	"file-size":      "The file is not larger than the printer takes.",
	"version":        "The version of PDF is one that the profile allows.",
	"compression":    "Nothing is packed in a way that PDF/X-1a does not know: JPEG 2000, JBIG2, objects in streams.",
	"page-count":     "The inside has as many pages as the printer binds: not too few, not too many.",
	"last-page":      "Nothing stands on the last page, where the printer wants it blank.",
	"page-size":      "All pages have one size, one that the printer has.",
	"boxes":          "The boxes of each page say where it is trimmed and where its bleed ends, one within the other.",
	"marks":          "There are no cut marks or bars of colour: the printer puts its own.",
	"bleed":          "What runs to the edge of a page runs over it, by what the printer cuts off.",
	"gutter":         "Words keep as far from the spine as the printer asks for so many pages.",
	"margins":        "Words keep away from the outer edges, the head and the foot.",
	"edges":          "A picture runs over the edge or keeps clear of it; one that ends at the edge shows a white line where the knife is off.",
	"fonts-embedded": "Every font is in the file. One that is not is replaced by the printer's.",
	"fonts-subset":   "Fonts are cut down to the letters in use, under names that say so.",
	"glyphs":         "No letter is missing from its font, which would print as a box.",
	"type3":          "There are no Type 3 fonts, whose letters are drawings that some presses set badly.",
	"fonts-unicode":  "Every font says which letters its signs are, so that text can be copied, searched and read out.",
	"type-size":      "No type is smaller than can be read in print.",
	"line-width":     "No line is thinner than a press prints.",
	"text-black":     "Text of the inside is in black ink alone, and not in black of several inks.",
	"colour":         "All colours are those of ink: grey, CMYK, or spot colours.",
	"picture-colour": "Pictures are in grey or CMYK, and not in RGB.",
	"ink":            "Nowhere is more ink in all than the paper takes.",
	"resolution":     "Pictures have enough pixels to an inch in the size in which they are printed.",
	"transparency":   "There is nothing transparent, which old standards do not know and presses flatten as they like.",
	"annotations":    "There are no notes, links or form fields on what is printed.",
	"bookmarks":      "A book for a screen has bookmarks, by which readers find their way; one for a printer has none.",
	"actions":        "Nothing in the file runs: no scripts, no actions when it is opened.",
	"attachments":    "There are no other files inside.",
	"layers":         "There are no layers that can be hidden: what is printed would depend on who opens it.",
	"postscript":     "There are no pieces of PostScript, which only some printers run.",
	"standard":       "The file says which standard it follows, and that is the profile's.",
	"output-intent":  "The file says for which press its colours are.",
	"trapped":        "The file says whether it is trapped; PDF/X asks for one or the other.",
	"info":           "The file has a title and the dates on which it was made and changed.",
	"file-id":        "The file has an identifier.",
	"xmp":            "What the two places for metadata say is the same.",
	"tagged":         "The file has a structure of headings, paragraphs and lists, for those to whom it is read out.",
	"content-tagged": "Everything on the pages is in that structure, or marked as decoration.",
	"links-tagged":   "Links are in that structure.",
	"language":       "The file says in which language it is.",
	"title":          "The title is shown as the name of the window, and not the file's name.",
	"page-labels":    "Pages are numbered in the reader's window as they are in the book.",
	"alt-text":       "Every picture that says something says it in words, too.",
	"cover-pages":    "The cover is one page: back, spine and front side by side on one sheet.",
	"cover-size":     "The sheet has the size that the printer needs for the binding, the paper and the number of pages, to 0.01 in, with its bleed.",
	"cover-bleed":    "What runs to an edge of the sheet runs over it on that side, by the bleed: there it is cut off or turned in.",
	"cover-safe":     "Words keep away from the edges of the sheet, which may be cut off its place.",
	"cover-folds":    "No words stand across a fold or in a hinge, where the cover bends.",
	"cover-spine":    "Words on the spine keep away from its folds, and there are none where the printer takes none.",
	"cover-barcode":  "The barcode is in its box, in one dark ink on white, of 80 to 120 percent, with its quiet zones, and has the ISBN of the book; or the box is free where the printer prints the barcode.",
	"cover-text":     "Small black words are in black ink alone: in several inks, letters get coloured edges where the inks do not meet exactly.",
}

// allRules returns the points of the inside and those that only covers have.
func allRules() []rule { return slices.Concat(rules, coverRules) }

// Codes returns the codes of all points, in the order of the report.
func Codes() (codes []string) {
	for _, r := range allRules() {
		codes = append(codes, r.code)
	}
	return codes
}

// Explain prints what the point of a code, or of the name that the report has for it, asks for, and by which profiles. It reports whether
// there is such a point.
func Explain(w io.Writer, code string) (found bool, err error) {
	for _, r := range allRules() {
		if r.code != code && r.name != code {
			continue
		}
		var against []string
		for _, p := range r.against {
			against = append(against, string(p))
		}
		whom := "the profiles " + listed(against)
		if strings.HasPrefix(r.code, "cover-") {
			whom = "--cover with any profile"
		} else if len(against) == 1 {
			whom = "the profile " + against[0]
		}
		_, err := fmt.Fprintf(w, "%s: a point of octavo preflight, %s\n\n%s\n\nIt is tested by %s.\n", r.code, r.name, explained[r.code], whom)
		return true, err
	}
	return false, nil
}

// PrintPoints lists the points, a line for each.
func PrintPoints(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, r := range allRules() {
		fmt.Fprintf(out, "%-16s %s\n", r.code, explained[r.code])
	}
	return out.Flush()
}

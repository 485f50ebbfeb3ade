package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"octavo/cmd/octavo/internal/page"
)

func fontName(i int) string    { return "/F" + strconv.Itoa(i+1) }
func pictureName(i int) string { return "/I" + strconv.Itoa(i+1) }
func slotName(i int) string    { return "/S" + strconv.Itoa(i+1) }

// finish fills a new file with the objects of the document.
func finish(f *file, doc *page.Document, u *uses, contents []pageContent) error {
	rgb := deviceRGB
	if u.rgb != nil && len(u.pictures) > 0 {
		rgb = fmt.Sprintf("[/ICCBased %d 0 R]", f.addStream("/N 3/Filter/FlateDecode", u.rgb))
	}
	resources := "<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]"
	if len(u.fonts) > 0 {
		resources += "/Font<<"
		for i, use := range u.fonts {
			resources += fmt.Sprintf("%s %d 0 R", fontName(i), use.embedded.add(f))
		}
		resources += ">>"
	}
	if len(u.pictures)+len(u.slots) > 0 {
		resources += "/XObject<<"
		for i, use := range u.pictures {
			resources += fmt.Sprintf("%s %d 0 R", pictureName(i), use.file.add(f, rgb))
		}
		for i := range u.slots {
			u.forms = append(u.forms, f.reserve())
			f.setLoose(u.forms[i], "null")
			resources += fmt.Sprintf("%s %d 0 R", slotName(i), u.forms[i])
		}
		resources += ">>"
	}
	if u.profile.second == SpotInk && u.second != nil {
		resources += "/ColorSpace<<" + spotSpace + spotColour(u.second) + ">>"
	}
	f.set(resourcesObject, resources+">>")
	if err := finishPages(f, doc, u, contents); err != nil {
		return err
	}
	return finishCatalog(f, doc, u, contents)
}

// transparent reports whether something on the page is transparent.
func (u *uses) transparent(p *page.Page) bool {
	for _, item := range page.Placed(p.Items) {
		if i, ok := item.(*page.Image); ok && u.pictures[u.byPicture[i.Picture]].file.transparent() {
			return true
		}
	}
	return false
}

// finishPages gives the pages their boxes, contents and links.
func finishPages(f *file, doc *page.Document, u *uses, contents []pageContent) error {
	var b []byte
	var kids bytes.Buffer
	for i, pg := range doc.Pages {
		n := pageObject(i)
		b = fmt.Appendf(b[:0], "<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R", pagesObject,
			u.frames[i].boxes(u.profile), resourcesObject, n+1)
		if len(contents[i].marks) > 0 {
			b = fmt.Appendf(b, "/StructParents %d", i)
		}
		if u.profile.links {
			annotations, err := addLinks(f, i, u)
			if err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
			b = append(b, annotations...)
		}
		if u.profile.standard == x4 && u.transparent(pg) {
			b = append(b, "/Group<</S/Transparency/CS"+deviceCMYK+">>"...)
		}
		f.set(n, string(append(b, ">>"...)))
		f.setStream(n+1, "/Filter/FlateDecode", contents[i].stream)
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	f.set(pagesObject, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(doc.Pages),
		bytes.TrimRight(kids.Bytes(), " ")))
	return nil
}

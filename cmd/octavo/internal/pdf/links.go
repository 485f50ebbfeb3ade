package pdf

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/page"
)

// addLinks adds the page's links as annotations and returns the page's /Annots entry, "" for none.
func addLinks(f *file, pg int, u *uses) (string, error) {
	var numbers []string
	frame := &u.frames[pg]
	for at, item := range page.Placed(frame.page.Items) {
		l, ok := item.(*page.Link)
		if !ok {
			continue
		}
		b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
		b = append(frame.appendRect(b, at.Bounds(page.Box{X: l.X, Y: l.Y, W: l.W, H: l.H})), ']')
		if l.URL != "" {
			b = append(b, "/A<</S/URI/URI"+byteString(escapeURI(l.URL))+">>"...)
		} else {
			to, ok := u.anchors[l.Anchor]
			if !ok {
				return "", fmt.Errorf("link leads to %q, which is on no page", l.Anchor)
			}
			b = append(b, "/Dest"+u.destination(to)...)
		}
		if u.tagged && l.Node != nil {
			b = fmt.Appendf(b, "/StructParent %d/Contents%s", u.linkKey+len(u.annotations), textString(u.contents(l)))
		}
		n := f.add(string(append(b, ">>"...)))
		if u.tagged && l.Node != nil {
			u.annotations = append(u.annotations, annotation{pg, n, l.Node})
		}
		numbers = append(numbers, fmt.Sprintf("%d 0 R", n))
	}
	if len(numbers) == 0 {
		return "", nil
	}
	annots := "/Annots[" + strings.Join(numbers, " ") + "]"
	if u.tagged {
		annots += "/Tabs/S" // the tab order follows the structure
	}
	return annots, nil
}

// contents returns a link's alternative description (ISO 14289-1, 7.18.5): the words of its Node, or its target.
func (u *uses) contents(l *page.Link) string {
	if s := u.linkTexts[l.Node]; s != "" {
		return s
	}
	if l.URL != "" {
		return l.URL
	}
	return u.frames[u.anchors[l.Anchor].page].page.Label
}

// maxLinkText limits the bytes of a link's words. Each line of a link that spans several repeats all of them, so a very
// long link would fill the file.
const maxLinkText = 1000

// addLinkText adds a run to the words of a link, which may continue on another line.
func (u *uses) addLinkText(t *page.Text) {
	before := u.linkTexts[t.Node]
	if len(before) > maxLinkText {
		return
	}
	switch {
	case strings.HasSuffix(before, "\u00AD"):
		before = strings.TrimSuffix(before, "\u00AD")
	case before != "" && !strings.HasSuffix(before, " ") && u.linkY != t.Y:
		before += " "
	}
	words := before + t.Text
	if end := maxLinkText; len(words) > end {
		for !utf8.RuneStart(words[end]) {
			end--
		}
		words = words[:end] + "…"
	}
	u.linkTexts[t.Node], u.linkY = words, t.Y
}

package pdf

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/typeset"
)

// addLinks adds the page's links as annotations and gives the page's /Annots entry, "" for none.
func addLinks(f *file, page int, u *uses) (string, error) {
	var numbers []string
	frame := &u.frames[page]
	for _, item := range frame.page.Items {
		l, ok := item.(*typeset.Link)
		if !ok {
			continue
		}
		b := []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
		b = append(frame.appendRect(b, l.X, l.Y, l.W, l.H), ']')
		if l.URL != "" {
			b = append(b, "/A<</S/URI/URI"+byteString(escapeURI(l.URL))+">>>>"...)
		} else {
			to, ok := u.anchors[l.Anchor]
			if !ok {
				return "", fmt.Errorf("link leads to %q, which is on no page", l.Anchor)
			}
			b = append(b, "/Dest"+u.destination(to)+">>"...)
		}
		numbers = append(numbers, fmt.Sprintf("%d 0 R", f.add(string(b))))
	}
	if len(numbers) == 0 {
		return "", nil
	}
	return "/Annots[" + strings.Join(numbers, " ") + "]", nil
}

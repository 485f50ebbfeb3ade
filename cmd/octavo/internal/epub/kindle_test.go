package epub

import (
	"regexp"
	"strings"
	"testing"
)

// TestKindle holds the package to what Amazon's publishing guidelines (2024.1) ask and a program can see: a cover in the
// manifest and no page that shows it twice, an NCX beside the navigation, landmarks, no scripts, no form or frame, tables as
// tables, pictures of the kinds that it knows, fonts as TrueType, and a modest size.
func TestKindle(t *testing.T) {
	for _, b := range books(t) {
		o := open(t, b.data)
		opf := string(o.files["EPUB/package.opf"])
		if !strings.Contains(opf, `<spine toc="ncx"`) || len(o.files["EPUB/toc.ncx"]) == 0 {
			t.Errorf("%s: no NCX", b.name)
		}
		if nav := string(o.files["EPUB/nav.xhtml"]); !strings.Contains(nav, `epub:type="landmarks"`) || !strings.Contains(nav, `epub:type="toc"`) {
			t.Errorf("%s: no landmarks or no contents", b.name)
		}
		covers := 0
		for name, data := range o.files {
			switch {
			case strings.HasSuffix(name, ".xhtml"):
				page := string(data)
				for _, not := range []string{"<script", "<form", "<iframe", "<video", "<audio", "<canvas", "<font", " style=", " bgcolor="} {
					if strings.Contains(page, not) {
						t.Errorf("%s: %s holds %s", b.name, name, not)
					}
				}
				covers += strings.Count(page, `src="../images/cover.`)
				for _, img := range regexp.MustCompile(`<img[^>]*>`).FindAllString(page, -1) {
					if !strings.Contains(img, " alt=") {
						t.Errorf("%s: %s: no description: %s", b.name, name, img)
					}
				}
			case strings.HasPrefix(name, "EPUB/images/"):
				if !strings.HasSuffix(name, ".png") && !strings.HasSuffix(name, ".jpg") {
					t.Errorf("%s: %s is of a kind that Kindle does not know", b.name, name)
				}
			case strings.HasPrefix(name, "EPUB/fonts/"):
				if !strings.HasSuffix(name, ".ttf") || string(data[:4]) != "\x00\x01\x00\x00" {
					t.Errorf("%s: %s is no TrueType", b.name, name)
				}
			}
		}
		if covers > 1 {
			t.Errorf("%s: the cover is shown %d times", b.name, covers)
		}
		if strings.Contains(opf, `properties="cover-image"`) != strings.Contains(opf, `<meta name="cover" content="cover-image"`) {
			t.Errorf("%s: Kindle does not find the cover", b.name)
		}
		if len(b.data) > 50<<20 {
			t.Errorf("%s: %d MB", b.name, len(b.data)>>20)
		}
	}
}

package studio

import (
	"fmt"
	"net/http"
	"strconv"

	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// faces returns where the browser finds the faces of a style, for the studio's own words: it looks like the book. A style may lack
// some of them.
func (g *glyphs) faces(fonts *textstyle.Fonts) map[string]string {
	out := map[string]string{}
	if fonts == nil {
		return out
	}
	for name, f := range map[string]*typeset.Face{"regular": fonts.Regular, "italic": fonts.Italic, "bold": fonts.Bold} {
		if f != nil {
			out[name] = fmt.Sprintf("/api/face/%d", g.number(f.Font))
		}
	}
	return out
}

// serveFace answers a font's file.
func (s *Studio) serveFace(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.PathValue("font"))
	f := s.glyphs.font(n)
	if f == nil {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such font"})
		return
	}
	w.Header().Set("Content-Type", "font/ttf")
	_, _ = w.Write(f.Data)
}

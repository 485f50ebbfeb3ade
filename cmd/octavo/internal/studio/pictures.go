package studio

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"strconv"

	"octavo/cmd/octavo/internal/drawing"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
	"octavo/cmd/octavo/internal/raster"
)

// pictures gives the pictures of pages keys, by what is in them, so that a browser asks for each once. It does not keep them:
// they live as long as the pages that show them.
type pictures struct{ alike[string, page.Picture] }

// ink returns a picture in its box.
func (p *pictures) ink(i *page.Image) ink {
	out := ink{At: []float64{points(i.X), points(i.Y), points(i.W), points(i.H)}}
	if i.Picture.Drawing != nil {
		out.Drawing = p.key(i.Picture, pictureKey)
	} else {
		out.Picture, out.Pixels = p.key(i.Picture, pictureKey), i.Picture.Width
	}
	return out
}

// pictureKey returns a hash of what a picture shows: the same file drawn in two styles is two drawings, and so are two that differ in
// the pixels of a picture in them alone.
func pictureKey(pic *page.Picture) string {
	h := sha256.New()
	if pic.Drawing == nil {
		h.Write(pic.Data)
	} else {
		shapes, _ := json.Marshal(vectorsOf(pic.Drawing))
		h.Write(shapes)
		for _, r := range rasters(pic.Drawing) {
			sum := sha256.Sum256(r.Data)
			h.Write(sum[:])
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// servePicture answers a picture by its key, as PNG or JPEG: ?w= is how many pixels of its width are needed, ?part= the number of
// one that is in a drawing.
func (s *Studio) servePicture(w http.ResponseWriter, r *http.Request) {
	pic := s.glyphs.pictures.get(r.PathValue("key"))
	var data []byte
	switch {
	case pic == nil:
	case r.FormValue("part") != "":
		n, err := strconv.Atoi(r.FormValue("part"))
		if parts := rasters(pic.Drawing); err == nil && n >= 0 && n < len(parts) {
			data = parts[n].Data
		}
	case pic.Drawing == nil:
		data = pic.Data
	}
	if data == nil {
		refuse(w, http.StatusNotFound, problem{Message: "No page shows this picture any more"})
		return
	}
	width, _ := strconv.Atoi(r.FormValue("w"))
	data, format, err := forScreen(data, width)
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, problem{Message: "The picture " + pic.Name + " cannot be shown: " + err.Error()})
		return
	}
	keepForever(w)
	w.Header().Set("Content-Type", "image/"+format)
	_, _ = w.Write(data)
}

// keepForever lets the browser keep an answer: its address changes when what is in it does.
func keepForever(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
}

// forScreen returns a picture in a form that browsers show, and its format. A very large one is reduced to no less than twice the
// width that is needed, as package raster does it; width 0 asks for all of it.
func forScreen(data []byte, width int) (out []byte, format string, err error) {
	size, _, err := picture.Size(data)
	if err != nil {
		return nil, "", err
	}
	if width <= 0 || size.X <= 2*width {
		return picture.Screen(data)
	}
	same := false
	err = picture.Use(data, func(img image.Image) error {
		small := raster.Reduced(img, width*max(size.X, size.Y)/size.X)
		if same = small == img; same {
			return nil
		}
		var b bytes.Buffer
		if o, ok := small.(interface{ Opaque() bool }); ok && o.Opaque() {
			format, err = "jpeg", jpeg.Encode(&b, small, &jpeg.Options{Quality: 92})
		} else {
			format, err = "png", (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, small)
		}
		out = b.Bytes()
		return err
	})
	if same {
		return picture.Screen(data)
	}
	return out, format, err
}

// rasters returns the pictures of pixels in a drawing.
func rasters(d *drawing.Drawing) (out []*drawing.Raster) {
	if d == nil {
		return nil
	}
	for _, m := range d.Marks {
		if r, ok := m.(*drawing.Raster); ok {
			out = append(out, r)
		}
	}
	return out
}

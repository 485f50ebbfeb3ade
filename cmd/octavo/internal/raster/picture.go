package raster

import (
	"fmt"
	"image"
	"image/draw"
	"math"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
)

// enough is the number of pixels up to which a picture is kept as it is: pages have few pictures, and most are smaller.
const enough = 4 << 20

// decode reads every picture of a page once. A very large one is reduced while it is read, to no less than twice its
// resolution on the page.
func decode(p *page.Page, scale float64) (map[*page.Picture]image.Image, error) {
	shown := map[*page.Picture]int{} // pixels of the longer side
	var order []*page.Picture
	for at, item := range page.Placed(p.Items) {
		if i, ok := item.(*page.Image); ok && i.Picture.Drawing == nil {
			b := at.Bounds(page.Box{X: i.X, Y: i.Y, W: i.W, H: i.H})
			side := int(math.Ceil(math.Max(float64(b.W), float64(b.H)) * scale)) // whatever its rotation
			if _, ok := shown[i.Picture]; !ok {
				order = append(order, i.Picture)
			}
			shown[i.Picture] = max(shown[i.Picture], side)
		}
	}
	out := map[*page.Picture]image.Image{}
	for _, pic := range order {
		err := picture.Use(pic.Data, func(img image.Image) error {
			out[pic] = Reduced(img, shown[pic])
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("raster: %w", &picture.NamedError{Name: pic.Name, Err: err})
		}
	}
	return out, nil
}

// Reduced returns a picture of more than enough pixels averaged over squares, as large as they can be while its longer
// side keeps at least twice side.
func Reduced(img image.Image, side int) image.Image {
	b := img.Bounds()
	k := min(max(b.Dx(), b.Dy())/max(1, 2*side), b.Dx(), b.Dy())
	if b.Dx()*b.Dy() <= enough || k < 2 {
		return img
	}
	small := image.Rect(0, 0, b.Dx()/k, b.Dy()/k)
	strip := image.NewRGBA(image.Rect(0, 0, small.Dx()*k, k))
	out := image.NewRGBA(small)
	for y := range small.Dy() {
		draw.Draw(strip, strip.Rect, img, image.Pt(b.Min.X, b.Min.Y+y*k), draw.Src)
		for x := range small.Dx() {
			var sum [4]int
			for row := range k {
				for i, v := range strip.Pix[row*strip.Stride+4*x*k:][:4*k] {
					sum[i&3] += int(v)
				}
			}
			for c, v := range sum {
				out.Pix[y*out.Stride+4*x+c] = uint8((v + k*k/2) / (k * k))
			}
		}
	}
	switch img.(type) {
	case *image.Gray, *image.Gray16: // a page without colour is drawn without
		gray := image.NewGray(small)
		for i := range gray.Pix {
			gray.Pix[i] = out.Pix[4*i]
		}
		return gray
	}
	return out
}

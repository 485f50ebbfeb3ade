// Package raster renders a page.Page as a picture: the EPUB's cover and the pictures of pages that a web page shows.
// Page draws, PNG writes, PagePNG does both. A page with nothing but black ink and grey pictures is drawn in grey, which is a third of the
// work.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/picture"
)

// maxPixels bounds the canvas and every picture drawn on it: 100 million pixels are a page of A3 at 700 dpi.
const maxPixels = 100_000_000

// Page draws a page at a number of dots per inch. The result is an *image.Gray for a page without colour, else an
// *image.RGBA. The error reports a page that would be larger than 100 million pixels or a picture that cannot be
// decoded.
func Page(p *page.Page, dpi float64) (image.Image, error) {
	c, err := newCanvas(p, dpi)
	if err != nil {
		return nil, err
	}
	pictures, err := decode(p, dpi/float64(page.In))
	if err != nil {
		return nil, err
	}
	if isGrey(p, pictures) {
		c.gray = image.NewGray(c.box)
		fill(c.gray.Pix, 0xff)
		c.img = c.gray
	} else {
		c.rgba = image.NewRGBA(c.box)
		fill(c.rgba.Pix, 0xff)
		c.img = c.rgba
	}
	if err := c.page(p, pictures); err != nil {
		return nil, err
	}
	return c.img, nil
}

// PagePNG draws a page as [Page] does and writes it as [PNG] does, in less time and memory where the page has colours and no pictures.
func PagePNG(w io.Writer, p *page.Page, dpi float64) error {
	c, err := newCanvas(p, dpi)
	if err != nil {
		return err
	}
	if !hasPictures(p) && !isGrey(p, nil) {
		c.inks = newInks(c.box.Size())
		if err := c.page(p, nil); err != nil {
			return err
		}
		if img := c.inks.paletted(); img != nil {
			return encode(w, img)
		}
	}
	img, err := Page(p, dpi)
	if err != nil {
		return err
	}
	return PNG(w, img)
}

// newCanvas returns a canvas for a page on which nothing can be drawn yet.
func newCanvas(p *page.Page, dpi float64) (*canvas, error) {
	scale := dpi / float64(page.In)
	w, h := math.Round(float64(p.Width)*scale), math.Round(float64(p.Height)*scale)
	if !(w >= 1 && h >= 1 && w*h <= maxPixels) { // negated so that NaN is refused too
		return nil, fmt.Errorf("raster: a page of %.0f × %.0f pixels cannot be drawn", w, h)
	}
	return &canvas{scale: float32(scale), box: image.Rect(0, 0, int(w), int(h))}, nil
}

// page draws a page.
func (c *canvas) page(p *page.Page, pictures map[*page.Picture]image.Image) error {
	if err := c.items(page.Identity, p.Items, pictures); err != nil {
		return err
	}
	if p.Turned {
		c.turn()
	}
	return nil
}

func hasPictures(p *page.Page) bool {
	for _, item := range page.Placed(p.Items) {
		if _, ok := item.(*page.Image); ok {
			return true
		}
	}
	return false
}

// items draws items in a plane that m maps to the page's.
func (c *canvas) items(m page.Matrix, items []page.Item, pictures map[*page.Picture]image.Image) error {
	c.at = c.plane(m)
	for _, item := range items {
		switch item := item.(type) {
		case *page.Text:
			c.text(item)
		case *page.Rule:
			c.rule(m, item)
		case *page.Path:
			c.path(item)
		case *page.Image:
			if d := item.Picture.Drawing; d == nil {
				c.image(m, item, pictures[item.Picture])
			} else if err := c.drawing(m, item, d); err != nil {
				return fmt.Errorf("raster: %w", &picture.NamedError{Name: item.Picture.Name, Err: err})
			}
		case *page.Group:
			inner := m.Times(item.Matrix())
			outer := c.clips
			if item.Clip != nil && !c.within(inner, *item.Clip) {
				c.clips = append(c.clips[:len(c.clips):len(c.clips)], c.clip(inner, *item.Clip))
			}
			if err := c.items(inner, item.Items, pictures); err != nil {
				return err
			}
			c.clips, c.at = outer, c.plane(m)
		case *page.Link, *page.Anchor: // no ink
		}
	}
	return nil
}

// image draws a picture, aligned to whole pixels unless its plane is rotated.
func (c *canvas) image(m page.Matrix, i *page.Image, src image.Image) {
	if i.W <= 0 || i.H <= 0 {
		return
	}
	var options *draw.Options
	if len(c.clips) > 0 {
		options = &draw.Options{DstMask: c.clipMask()}
	}
	if m.B == 0 && m.C == 0 && m.A > 0 && m.D > 0 {
		b := m.Bounds(page.Box{X: i.X, Y: i.Y, W: i.W, H: i.H})
		if r := image.Rect(c.px(b.X), c.px(b.Y), c.px(b.X+b.W), c.px(b.Y+b.H)); r.Size() == src.Bounds().Size() && options == nil {
			draw.Draw(c.img, r, src, src.Bounds().Min, draw.Over) // as it is
		} else if !r.Empty() {
			between := int64(r.Dx()) * int64(src.Bounds().Dy()) * 4 * 8 // memory that the scaler allocates, in bytes
			picture.Hold(between, func() error {
				draw.CatmullRom.Scale(c.img, r, src, src.Bounds(), draw.Over, options)
				return nil
			})
		}
		return
	}
	at := c.plane(m)
	x, y := float64(i.W)/float64(src.Bounds().Dx()), float64(i.H)/float64(src.Bounds().Dy()) // of one pixel of the picture
	left, top := float64(i.X)-float64(x*float64(src.Bounds().Min.X)), float64(i.Y)-float64(y*float64(src.Bounds().Min.Y))
	part := func(xx, xy, d float32) float64 { // no product may be fused with a sum, since machines differ in that
		return float64(float64(xx)*left) + float64(float64(xy)*top) + float64(d)
	}
	draw.CatmullRom.Transform(c.img, f64.Aff3{
		float64(at.xx) * x, float64(at.xy) * y, part(at.xx, at.xy, at.dx),
		float64(at.yx) * x, float64(at.yy) * y, part(at.yx, at.yy, at.dy),
	}, src, src.Bounds(), draw.Over, options)
}

// turn rotates the picture by 180 degrees by reversing its pixels.
func (c *canvas) turn() {
	if c.inks != nil {
		c.inks.turn()
		return
	}
	if c.gray != nil {
		slices.Reverse(c.gray.Pix)
		return
	}
	pix := c.rgba.Pix
	for i, j := 0, len(pix)-4; i < j; i, j = i+4, j-4 {
		a, b := [4]byte(pix[i:]), [4]byte(pix[j:])
		copy(pix[i:], b[:])
		copy(pix[j:], a[:])
	}
}

func fill(pix []byte, v byte) {
	if len(pix) > 0 {
		pix[0] = v
	}
	for done := 1; done < len(pix); done *= 2 {
		copy(pix[done:], pix[:done])
	}
}

// isGrey reports whether a page can be drawn in grey.
func isGrey(p *page.Page, pictures map[*page.Picture]image.Image) bool {
	grey := func(c page.Color) bool { return c.C == 0 && c.M == 0 && c.Y == 0 }
	for _, item := range page.Placed(p.Items) {
		ok := true
		switch item := item.(type) {
		case *page.Text:
			ok = grey(item.Color)
		case *page.Rule:
			ok = grey(item.Color)
		case *page.Path:
			ok = (item.Fill == nil || grey(*item.Fill)) && (item.Stroke == nil || grey(*item.Stroke))
		case *page.Image:
			if d := item.Picture.Drawing; d != nil {
				ok = colourless(d)
				break
			}
			model := pictures[item.Picture].ColorModel()
			ok = model == color.GrayModel || model == color.Gray16Model
		}
		if !ok {
			return false
		}
	}
	return true
}

// PNG writes a picture. Pages have few colours, so it tries a palette first: that makes the file smaller and saves the
// encoder the search for the best filter of each row. Where edges between inks have more shades than a palette holds,
// some are replaced by near, indistinguishable ones.
func PNG(w io.Writer, img image.Image) error {
	if p := paletted(img); p != nil {
		img = p
	}
	return encode(w, img)
}

// encode writes a picture as it is.
func encode(w io.Writer, img image.Image) error {
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(w, img); err != nil {
		return fmt.Errorf("raster: %w", err)
	}
	return nil
}

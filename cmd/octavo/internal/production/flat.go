package production

import (
	"bytes"
	"image/png"
	"sync"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/raster"
)

// flattened draws the pictures that fill faces once for all the faces that they fill, at the resolution of an export: to decode and to
// scale a photograph takes longer than to draw all else on a card.
type flattened struct {
	dpi  float64
	mu   sync.Mutex
	done map[filled]func() (*page.Picture, error)
}

// filled is a picture in the box of a face that it fills.
type filled struct {
	picture *page.Picture
	box     page.Box
}

func newFlattened(dpi float64) *flattened {
	return &flattened{dpi: dpi, done: map[filled]func() (*page.Picture, error){}}
}

// face returns a face with the picture that fills it, if there is one, as large as it is drawn.
func (f *flattened) face(p *page.Page) (*page.Page, error) {
	if len(p.Items) == 0 {
		return p, nil
	}
	g, ok := p.Items[0].(*page.Group)
	if !ok || g.Clip == nil || g.Clip.X != -p.Bleed || g.Clip.Y != -p.Bleed || len(g.Items) != 1 {
		return p, nil
	}
	img, ok := g.Items[0].(*page.Image)
	if !ok {
		return p, nil
	}
	key := filled{img.Picture, *g.Clip}
	f.mu.Lock()
	draw := f.done[key]
	if draw == nil {
		draw = sync.OnceValues(func() (*page.Picture, error) { return f.draw(g) })
		f.done[key] = draw
	}
	f.mu.Unlock()
	pic, err := draw()
	if err != nil {
		return nil, err
	}
	out := *p
	out.Items = append([]page.Item{&page.Image{X: g.Clip.X, Y: g.Clip.Y, W: g.Clip.W, H: g.Clip.H, Picture: pic}}, p.Items[1:]...)
	return &out, nil
}

// draw returns what a group that is clipped shows, as a picture.
func (f *flattened) draw(g *page.Group) (*page.Picture, error) {
	moved := *g
	moved.X, moved.Y = -g.Clip.X, -g.Clip.Y
	img, err := raster.Page(&page.Page{Width: g.Clip.W, Height: g.Clip.H, Items: []page.Item{&moved}}, f.dpi)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.NoCompression}).Encode(&b, img); err != nil {
		return nil, err
	}
	size := img.Bounds().Size()
	return &page.Picture{Name: g.Items[0].(*page.Image).Picture.Name, Format: "png", Data: b.Bytes(), Width: size.X, Height: size.Y}, nil
}

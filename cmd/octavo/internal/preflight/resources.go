package preflight

import (
	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// resources holds the named resources of a content stream, each read at first use.
type resources struct {
	dict     cos.Dict
	defaults map[cos.Name]*space
	fonts    map[string]*font
	spaces   map[string]*space
	objects  map[string]*external
	states   map[string]*graphics
	covered  map[string]bool // properties of marked content that are in the structure
}

// external is what Do places: a picture or a form.
type external struct {
	picture *usedPicture
	form    *form
}

// form is a form XObject or a pattern.
type form struct {
	stream    *cos.Stream
	content   []byte
	resources *resources
	matrix    content.Matrix
	bbox      content.Rect
	hasBox    bool
	seen      int // for a pattern, the page on which it was drawn last
}

// graphics is a graphics state dictionary.
type graphics struct {
	width       float64 // -1: not set
	font        *font
	size        float64
	transparent []string
}

// resourcesOf returns the resources of a dictionary, which is read once even if pages share it.
func (p *painter) resourcesOf(v cos.Value) *resources {
	f := p.doc.file
	if ref, ok := v.(cos.Ref); ok {
		if r := p.shared[ref]; r != nil {
			return r
		}
		r := p.newResources(f.Dict(v))
		p.shared[ref] = r
		return r
	}
	return p.newResources(f.Dict(v))
}

func (p *painter) newResources(d cos.Dict) *resources {
	r := &resources{dict: d, fonts: map[string]*font{}, spaces: map[string]*space{}, objects: map[string]*external{},
		states: map[string]*graphics{}, covered: map[string]bool{}}
	f := p.doc.file
	spaces := f.Dict(d["ColorSpace"])
	for _, name := range []cos.Name{"DefaultGray", "DefaultRGB", "DefaultCMYK"} {
		if v := spaces[name]; v != nil {
			s := r.readSpace(f, v, 0)
			if r.defaults == nil {
				r.defaults = map[cos.Name]*space{}
			}
			r.defaults[name] = s
		}
	}
	return r
}

// font returns the font of a name, read once for the whole file if it is an indirect object.
func (p *painter) font(r *resources, name []byte) *font {
	if ft, ok := r.fonts[string(name)]; ok {
		return ft
	}
	v := p.doc.file.Dict(r.dict["Font"])[cos.Name(name)]
	if v == nil { // not cached, here and below: content can use any number of invented names
		return nil
	}
	ft := p.fontOf(v)
	r.fonts[string(name)] = ft
	return ft
}

func (p *painter) fontOf(v cos.Value) *font {
	f := p.doc.file
	ref, isRef := v.(cos.Ref)
	if isRef {
		if ft, ok := p.fonts[ref]; ok {
			return ft
		}
	}
	var ft *font
	if d := f.Dict(v); d != nil {
		ft = readFont(f, d)
		p.doc.fonts = append(p.doc.fonts, ft)
	}
	if isRef {
		p.fonts[ref] = ft
	}
	return ft
}

func (p *painter) space(r *resources, name []byte) *space {
	if s, ok := r.spaces[string(name)]; ok {
		return s
	}
	s := r.readSpace(p.doc.file, cos.Name(name), 0)
	if s.family != unknown {
		r.spaces[string(name)] = s
	}
	return s
}

// object returns the picture or form of a name; nil when there is none.
func (p *painter) object(r *resources, name []byte) *external {
	if x, ok := r.objects[string(name)]; ok {
		return x
	}
	f := p.doc.file
	x := p.externalOf(f.Stream(f.Dict(r.dict["XObject"])[cos.Name(name)]), r)
	if x == nil {
		return nil
	}
	r.objects[string(name)] = x
	return x
}

func (p *painter) externalOf(s *cos.Stream, outer *resources) *external {
	f := p.doc.file
	if s == nil {
		return nil
	}
	if x, ok := p.externals[s]; ok {
		return x
	}
	x := &external{}
	p.externals[s] = x
	switch f.Name(s.Dict["Subtype"]) {
	case "Image":
		x.picture = p.readPicture(outer, s)
	case "PS":
		p.doc.postscript.add(p.number)
	default: // a form, or a pattern, which has no subtype
		x.form = &form{stream: s, matrix: content.MatrixOf(f, s.Dict["Matrix"])}
		x.form.bbox, x.form.hasBox = content.RectOf(f, s.Dict["BBox"])
		x.form.resources = outer // PDF 1.1: a form without resources uses the page's
		if v := s.Dict["Resources"]; v != nil {
			x.form.resources = p.resourcesOf(v)
		}
		if f.Name(s.Dict["Subtype2"]) == "PS" || s.Dict["PS"] != nil {
			p.doc.postscript.add(p.number)
		}
		var err error
		if x.form.content, err = f.Decode(s); err != nil {
			p.damaged(err)
		}
	}
	return x
}

// state returns the graphics state dictionary of a name.
func (p *painter) state(r *resources, name []byte) *graphics {
	if g, ok := r.states[string(name)]; ok {
		return g
	}
	f := p.doc.file
	d := f.Dict(f.Dict(r.dict["ExtGState"])[cos.Name(name)])
	g := &graphics{width: -1}
	if d == nil {
		return g
	}
	if w, ok := f.Number(d["LW"]); ok {
		g.width = w
	}
	if a := f.Array(d["Font"]); len(a) == 2 {
		g.font = p.fontOf(a[0])
		g.size, _ = f.Number(a[1])
	}
	for _, key := range []cos.Name{"ca", "CA"} {
		if v, ok := f.Number(d[key]); ok && v < 1 {
			g.transparent = append(g.transparent, "an opacity under 1")
		}
	}
	if f.Dict(d["SMask"]) != nil {
		g.transparent = append(g.transparent, "a soft mask")
	}
	mode := f.Name(d["BM"])
	if a := f.Array(d["BM"]); len(a) > 0 {
		mode = f.Name(a[0])
	}
	if mode != "" && mode != "Normal" && mode != "Compatible" {
		g.transparent = append(g.transparent, "a blend mode")
	}
	r.states[string(name)] = g
	return g
}

// hasPlace reports whether the properties of marked content put it into the structure.
func (p *painter) hasPlace(r *resources, name []byte) bool {
	if c, ok := r.covered[string(name)]; ok {
		return c
	}
	f := p.doc.file
	d := f.Dict(f.Dict(r.dict["Properties"])[cos.Name(name)])
	if d == nil {
		return false
	}
	c := d["MCID"] != nil
	r.covered[string(name)] = c
	return c
}

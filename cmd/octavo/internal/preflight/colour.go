package preflight

import (
	"strings"

	"octavo/cmd/octavo/internal/cos"
)

// family is the kind of a colour space, as far as the tests distinguish them.
type family uint8

const (
	gray       family = iota // DeviceGray
	cmyk                     // DeviceCMYK
	rgb                      // DeviceRGB
	calibrated               // CalGray, CalRGB
	lab
	iccGray
	iccRGB
	iccCMYK
	spot    // Separation and DeviceN
	pattern // its own colours are tested separately
	unknown
	familyCount
)

var familyNames = [familyCount]string{"grey", "CMYK", "RGB", "calibrated colour", "Lab", "grey with an ICC profile",
	"RGB with an ICC profile", "CMYK with an ICC profile", "spot colour", "a pattern", "an unknown colour space"}

// The uses of colours.
const (
	ofText = iota
	ofAreas
	ofPictures
)

// space is a colour space.
type space struct {
	family family
	n      int // number of components
	base   *space
	black  bool // a Separation of the printer's black
	all    bool // a Separation of all colours, for marks
	index  bool // Indexed: the numbers are not colour components
}

var (
	deviceGray = &space{family: gray, n: 1}
	deviceCMYK = &space{family: cmyk, n: 4}
	deviceRGB  = &space{family: rgb, n: 3}
)

// readSpace reads a colour space (ISO 32000-1, 8.6). Named ones are looked up in the resources.
func (r *resources) readSpace(f *cos.File, v cos.Value, depth int) *space {
	odd := &space{family: unknown, n: 1}
	if depth > 8 {
		return odd
	}
	v = f.Resolve(v)
	if name, ok := v.(cos.Name); ok {
		switch name {
		case "DeviceGray", "G", "CalGray":
			return r.device("DefaultGray", deviceGray)
		case "DeviceCMYK", "CMYK", "CalCMYK":
			return r.device("DefaultCMYK", deviceCMYK)
		case "DeviceRGB", "RGB", "CalRGB":
			return r.device("DefaultRGB", deviceRGB)
		case "Pattern":
			return &space{family: pattern}
		}
		if named := f.Dict(r.dict["ColorSpace"])[name]; named != nil {
			return r.readSpace(f, named, depth+1)
		}
		return odd
	}
	a, _ := v.(cos.Array)
	if len(a) == 0 {
		return odd
	}
	at := func(i int) cos.Value {
		if i < len(a) {
			return a[i]
		}
		return nil
	}
	switch f.Name(a[0]) {
	case "CalGray":
		return &space{family: calibrated, n: 1}
	case "CalRGB":
		return &space{family: calibrated, n: 3}
	case "Lab":
		return &space{family: lab, n: 3}
	case "ICCBased":
		n, _ := f.Number(f.Dict(at(1))["N"])
		switch n {
		case 1:
			return &space{family: iccGray, n: 1}
		case 3:
			return &space{family: iccRGB, n: 3}
		case 4:
			return &space{family: iccCMYK, n: 4}
		}
	case "Indexed", "I":
		base := r.readSpace(f, at(1), depth+1)
		return &space{family: base.family, n: 1, base: base, index: true}
	case "Separation":
		name := f.Name(at(1))
		return &space{family: spot, n: 1, base: r.readSpace(f, at(2), depth+1), black: name == "Black",
			all: name == "All"}
	case "DeviceN":
		names := f.Array(at(1))
		return &space{family: spot, n: len(names), base: r.readSpace(f, at(2), depth+1)}
	case "Pattern":
		if base := at(1); base != nil {
			return &space{family: pattern, base: r.readSpace(f, base, depth+1)}
		}
		return &space{family: pattern}
	default:
		if len(a) == 1 {
			return r.readSpace(f, a[0], depth+1)
		}
	}
	return odd
}

// device returns the space that a device space stands for: a page may redefine it (8.6.5.6).
func (r *resources) device(name cos.Name, plain *space) *space {
	if s := r.defaults[name]; s != nil {
		return s
	}
	return plain
}

// colour is a colour used for painting.
type colour struct {
	space   *space
	ink     float64 // all inks together, in percent; -1: unknown
	chroma  bool    // has cyan, magenta or yellow
	rich    bool    // a black or a dark colour of several inks
	neutral bool    // rich, and it looks black or grey
	tint    bool    // less than full black
	nothing bool    // leaves no ink
	pattern cos.Value
}

var black = colour{space: deviceGray, ink: 100}

// mix returns the colour of the given components in a space.
func mix(s *space, n []float64) colour {
	c := colour{space: s, ink: -1}
	get := func(i int) float64 {
		if i < len(n) {
			return max(0, min(1, n[i]))
		}
		return 0
	}
	switch {
	case s.index:
	case s.family == gray, s.family == iccGray, s.family == calibrated && s.n == 1:
		k := 1 - get(0)
		if len(n) == 0 {
			k = 1
		}
		c.ink, c.tint, c.nothing = 100*k, k < 0.99, k < 0.005
	case s.family == cmyk, s.family == iccCMYK:
		if len(n) == 0 {
			n = []float64{0, 0, 0, 1}
		}
		c.ink = 100 * (get(0) + get(1) + get(2) + get(3))
		c.chroma = get(0)+get(1)+get(2) > 0.005
		grey := min(get(0), get(1), get(2)) // the black in the other three
		c.rich = c.chroma && (get(3) > 0.5 || grey > 0.4)
		c.neutral = c.rich && (get(3) > 0.9 || max(get(0), get(1), get(2))-grey < 0.3)
		c.tint, c.nothing = get(3) < 0.99, c.ink < 0.5
	case s.family == rgb, s.family == iccRGB, s.family == calibrated:
		lo, hi := min(get(0), min(get(1), get(2))), max(get(0), max(get(1), get(2)))
		c.chroma, c.tint, c.nothing = hi-lo > 0.005, hi > 0.01, lo > 0.995
	case s.black:
		c.ink = 100 * get(0)
		c.tint, c.nothing = get(0) < 0.99, get(0) < 0.005
	case s.all:
		c.ink, c.chroma, c.rich, c.neutral, c.nothing = 400*get(0), true, true, true, get(0) < 0.005
	case s.family == spot:
		sum := 0.0
		for i := range n {
			sum += get(i)
		}
		c.ink, c.chroma, c.nothing = 100*sum, true, len(n) > 0 && sum < 0.005
	}
	return c
}

// clean returns a name from a file, made safe for a message.
func clean(s string) string {
	s = s[:min(len(s), 400)] // a name may have a megabyte, and be named 10,000 times
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0xFFFD {
			return '?'
		}
		return r
	}, s)
	if len(s) > 60 {
		s = strings.ToValidUTF8(s[:60], "") + "…"
	}
	if s == "" {
		return "(none)"
	}
	return s
}

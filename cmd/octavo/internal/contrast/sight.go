package contrast

import "math"

// Sight is how an eye sees colours.
type Sight uint8

// The kinds of sight: that of most people, and of those whose eyes lack one of the three kinds of cones, one man in fifty together.
const (
	Normal      Sight = iota
	Protanope         // without cones for long waves: red is dark, and hardly to be told from green
	Deuteranope       // without cones for medium waves: red and green look alike
	Tritanope         // without cones for short waves: blue and green look alike
)

// Sights are all kinds of sight.
var Sights = [...]Sight{Normal, Protanope, Deuteranope, Tritanope}

// sightMatrices turn what most people see, in linear sRGB, into what others see (G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
// A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1.0).
var sightMatrices = [...][9]float64{
	Normal:      {1, 0, 0, 0, 1, 0, 0, 0, 1},
	Protanope:   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	Deuteranope: {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	Tritanope:   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// Lab is a colour in OKLab: lightness from 0 to 1, and two axes, from green to red and from blue to yellow. Distances in it are about
// as large as an eye finds them (B. Ottosson, A perceptual color space for image processing, 2020).
type Lab struct{ L, A, B float64 }

// Seen returns what an eye sees of a colour.
func (c RGB) Seen(by Sight) Lab {
	m := &sightMatrices[by]
	r, g, b := linear(float64(c.R)/255), linear(float64(c.G)/255), linear(float64(c.B)/255)
	row := func(i int) float64 { return min(max(m[i]*r+m[i+1]*g+m[i+2]*b, 0), 1) }
	return oklab(row(0), row(3), row(6))
}

func oklab(r, g, b float64) Lab {
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return Lab{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, 1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

// To returns how far a colour is from another: 0.02 is just seen where they touch, and 1 is from black to white.
func (c Lab) To(d Lab) float64 {
	return math.Sqrt((c.L-d.L)*(c.L-d.L) + (c.A-d.A)*(c.A-d.A) + (c.B-d.B)*(c.B-d.B))
}

// Chroma returns how strong a colour is: 0 for a grey, about 0.3 for the strongest.
func (c Lab) Chroma() float64 { return math.Hypot(c.A, c.B) }

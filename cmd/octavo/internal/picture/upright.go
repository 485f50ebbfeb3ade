package picture

import (
	"image"
	"image/draw"
)

// orientation is a picture's orientation as cameras record it (Exif, tag 0x0112): 1 upright, 3 upside down, 6 and 8
// rotated; 2, 4, 5 and 7 the same mirrored. 0 is unknown.
type orientation uint8

const lastOrientation orientation = 8

func (o orientation) needed() bool { return o > 1 && o <= lastOrientation }

// turnedQuality is the quality of a JPEG that is re-encoded because it was turned, with no loss visible in print.
const turnedQuality = 92

// turned returns a picture turned upright, in the same colour model, except that CMYK becomes RGB, since no CMYK file
// is written.
func turned(img image.Image, o orientation) image.Image {
	b := img.Bounds()
	v := o.view(b.Dx(), b.Dy())
	r := image.Rect(0, 0, v.w, v.h)
	switch src := img.(type) {
	case *image.YCbCr:
		return turnedYCbCr(src, o)
	case *image.Gray:
		dst := image.NewGray(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 1)
		return dst
	case *image.Paletted:
		dst := image.NewPaletted(r, src.Palette)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 1)
		return dst
	case *image.Gray16:
		dst := image.NewGray16(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 2)
		return dst
	case *image.RGBA:
		dst := image.NewRGBA(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 4)
		return dst
	case *image.NRGBA:
		dst := image.NewNRGBA(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 4)
		return dst
	case *image.RGBA64:
		dst := image.NewRGBA64(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 8)
		return dst
	case *image.NRGBA64:
		dst := image.NewNRGBA64(r)
		v.copyPixels(dst.Pix, src.Pix, src.Stride, 8)
		return dst
	}
	rgb := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(rgb, rgb.Rect, img, b.Min, draw.Src)
	return turned(rgb, o)
}

// view maps upright coordinates to pixels of a picture as stored.
type view struct {
	w, h        int         // upright size
	from        image.Point // the stored position of the upper left pixel
	right, down image.Point // the stored steps for one pixel to the right and one down
}

// view returns the mapping for a picture of w × h pixels.
func (o orientation) view(w, h int) view {
	last := image.Pt(w-1, h-1)
	v := view{w, h, image.Pt(0, 0), image.Pt(1, 0), image.Pt(0, 1)}
	switch o {
	case 2: // in a mirror
		v = view{w, h, image.Pt(last.X, 0), image.Pt(-1, 0), image.Pt(0, 1)}
	case 3: // upside down
		v = view{w, h, last, image.Pt(-1, 0), image.Pt(0, -1)}
	case 4: // in a mirror, upside down
		v = view{w, h, image.Pt(0, last.Y), image.Pt(1, 0), image.Pt(0, -1)}
	case 5: // in a mirror, its first row at the left
		v = view{h, w, image.Pt(0, 0), image.Pt(0, 1), image.Pt(1, 0)}
	case 6: // its first row at the right
		v = view{h, w, image.Pt(0, last.Y), image.Pt(0, -1), image.Pt(1, 0)}
	case 7: // in a mirror, its first row at the right
		v = view{h, w, last, image.Pt(0, -1), image.Pt(-1, 0)}
	case 8: // its first row at the left
		v = view{h, w, image.Pt(last.X, 0), image.Pt(0, 1), image.Pt(-1, 0)}
	}
	return v
}

// at returns the stored position of the pixel at x, y.
func (v *view) at(x, y int) image.Point {
	return v.from.Add(v.right.Mul(x)).Add(v.down.Mul(y))
}

// copyPixels copies pixels of size bytes each; the rows of dst are contiguous, those of src are stride bytes apart. It
// works in strips, so that a turned picture is read with good locality.
func (v *view) copyPixels(dst, src []byte, stride, size int) {
	const strip = 64
	step := v.right.X*size + v.right.Y*stride
	for left := 0; left < v.w; left += strip {
		right := min(left+strip, v.w)
		for y := range v.h {
			start := v.at(left, y)
			from := start.X*size + start.Y*stride
			to := dst[(y*v.w+left)*size : (y*v.w+right)*size]
			if size == 1 {
				for x := range to {
					to[x] = src[from]
					from += step
				}
				continue
			}
			for ; len(to) > 0; to = to[size:] {
				copy(to[:size], src[from:from+size])
				from += step
			}
		}
	}
}

// turnedYCbCr returns the chroma at half the resolution, as it will be encoded: each sample the mean of four.
func turnedYCbCr(src *image.YCbCr, o orientation) *image.YCbCr {
	size := src.Rect.Size()
	v := o.view(size.X, size.Y)
	dst := image.NewYCbCr(image.Rect(0, 0, v.w, v.h), image.YCbCrSubsampleRatio420)
	v.copyPixels(dst.Y, src.Y, src.YStride, 1)
	if src.SubsampleRatio == image.YCbCrSubsampleRatio420 && size.X%2 == 0 && size.Y%2 == 0 { // the usual case for cameras
		v = o.view(size.X/2, size.Y/2)
		v.copyPixels(dst.Cb, src.Cb, src.CStride, 1)
		v.copyPixels(dst.Cr, src.Cr, src.CStride, 1)
		return dst
	}
	i := 0
	for y := 0; y < v.h; y += 2 {
		for x := 0; x < v.w; x += 2 {
			cb, cr := 2, 2
			for _, seen := range [4]image.Point{{x, y}, {x + 1, y}, {x, y + 1}, {x + 1, y + 1}} {
				p := v.at(min(seen.X, v.w-1), min(seen.Y, v.h-1))
				at := src.COffset(p.X, p.Y)
				cb += int(src.Cb[at])
				cr += int(src.Cr[at])
			}
			dst.Cb[i], dst.Cr[i] = uint8(cb/4), uint8(cr/4)
			i++
		}
	}
	return dst
}

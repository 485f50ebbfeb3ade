package cos

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
)

// cipherKind is how strings or streams are encrypted.
type cipherKind uint8

const (
	plain  cipherKind = iota // not at all
	rc4Key                   // RC4, with a key for each object
	aesKey                   // AES of 128 bits, with a key for each object
	aesAll                   // AES of 256 bits, with one key
)

// crypt undoes the encryption of a file (ISO 32000-2, 7.6).
type crypt struct {
	key              []byte
	strings, streams cipherKind
	metadata         bool // is encrypted, too
	own              Ref  // the encryption dictionary, whose strings are as they are
}

// The reasons why a file is Locked.
var (
	errPassword = errors.New("it is encrypted, and opens with a password only; ask for it without one, or take it away: qpdf --decrypt --password=… FILE OUT")
	errHandler  = errors.New("it is encrypted for certain readers or by a program of its own; ask for it without encryption")
)

// unlock gets the file's key, if it is encrypted, with the empty user password: it opens a file that has only an owner's password.
func (f *File) unlock() {
	v := f.Trailer["Encrypt"]
	if v == nil {
		return
	}
	f.Encrypted = true
	d := f.Dict(v)
	c := &crypt{metadata: true}
	c.own, _ = v.(Ref)
	if f.Name(d["Filter"]) != "Standard" {
		f.Locked = errHandler
		return
	}
	if b, ok := f.Resolve(d["EncryptMetadata"]).(Bool); ok {
		c.metadata = bool(b)
	}
	version, _ := f.Number(d["V"])
	length, ok := f.Number(d["Length"])
	if !ok || length < 40 || length > 128 {
		length = 40
	}
	switch version {
	case 1:
		c.strings, c.streams, length = rc4Key, rc4Key, 40
	case 2, 3:
		c.strings, c.streams = rc4Key, rc4Key
	case 4, 5:
		var bits, other float64
		c.strings, bits = f.cryptFilter(d, f.Name(d["StrF"]))
		if c.streams, other = f.cryptFilter(d, f.Name(d["StmF"])); c.streams != plain {
			bits = other
		}
		length = bits
	default:
		f.Locked = fmt.Errorf("it is encrypted in a way that octavo does not know, version %g; save it without encryption", version)
		return
	}
	if c.strings != plain || c.streams != plain {
		if c.key = f.keyOf(d, int(length)/8, c.metadata); c.key == nil {
			f.Locked = errPassword
			return
		}
	}
	f.crypt = c
	clear(f.objects) // what was read on the way here was not decrypted
}

// cryptFilter returns how the crypt filter of a name in an encryption dictionary encrypts, and with a key of how many bits.
func (f *File) cryptFilter(d Dict, name Name) (cipherKind, float64) {
	filter := f.Dict(f.Dict(d["CF"])[name])
	bits, ok := f.Number(filter["Length"])
	if ok && bits < 40 { // some makers count bytes
		bits *= 8
	}
	switch f.Name(filter["CFM"]) {
	case "V2":
		if bits < 40 || bits > 128 {
			bits = 128
		}
		return rc4Key, bits
	case "AESV2":
		return aesKey, 128
	case "AESV3":
		return aesAll, 256
	}
	return plain, 128 // Identity, None
}

// padding fills passwords up to 32 bytes (7.6.4.3).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// keyOf returns the key of so many bytes that the empty password gives, nil if another one is needed. Before revision 5 a key is of
// 16 bytes at most.
func (f *File) keyOf(d Dict, size int, metadata bool) []byte {
	owner, _ := f.Resolve(d["O"]).(String)
	user, _ := f.Resolve(d["U"]).(String)
	revision, _ := f.Number(d["R"])
	if revision >= 5 {
		return f.keyOf256(d, []byte(user), revision)
	}
	size = min(size, md5.Size) // a crypt filter of revision 5 can stand in an older file
	if len(owner) > 32 {
		owner = owner[:32]
	}
	permissions, _ := f.Number(d["P"])
	var id String
	if ids := f.Array(f.Trailer["ID"]); len(ids) > 0 {
		id, _ = f.Resolve(ids[0]).(String)
	}
	text := append([]byte(padding), owner...)
	text = binary.LittleEndian.AppendUint32(text, uint32(int64(permissions)))
	text = append(text, id...)
	if revision >= 4 && !metadata {
		text = append(text, 0xFF, 0xFF, 0xFF, 0xFF)
	}
	sum := md5.Sum(text)
	if revision < 3 {
		key := sum[:5]
		if string(rc4ed(key, []byte(padding))) == string(user) {
			return key
		}
		return nil
	}
	for range 50 {
		sum = md5.Sum(sum[:size])
	}
	key := sum[:size]
	proof := md5.Sum(append([]byte(padding), id...))
	out := proof[:]
	for i := range 20 {
		other := bytes.Clone(key)
		for k := range other {
			other[k] ^= byte(i)
		}
		out = rc4ed(other, out)
	}
	if len(user) < 16 || string(out) != string(user[:16]) {
		return nil
	}
	return key
}

// keyOf256 is keyOf for AES of 256 bits (7.6.4.3.3).
func (f *File) keyOf256(d Dict, user []byte, revision float64) []byte {
	sealed, _ := f.Resolve(d["UE"]).(String)
	if len(user) < 48 || len(sealed) < 32 {
		return nil
	}
	hash := func(salt []byte) []byte {
		if revision == 5 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hardened(salt)
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, []byte(sealed[:32]))
	return key
}

// hardened is the hash of the empty password with a salt (algorithm 2.B).
func hardened(salt []byte) []byte {
	first := sha256.Sum256(salt)
	k := first[:]
	for round := 0; ; round++ { // it ends with round 287 at the latest
		text := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(text, text)
		n := 0
		for _, c := range text[:16] {
			n += int(c)
		}
		switch n % 3 {
		case 0:
			sum := sha256.Sum256(text)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(text)
			k = sum[:]
		default:
			sum := sha512.Sum512(text)
			k = sum[:]
		}
		if round >= 63 && int(text[len(text)-1]) <= round-31 {
			return k[:32]
		}
	}
}

func rc4ed(key, data []byte) []byte {
	out := make([]byte, len(data))
	c, err := rc4.NewCipher(key)
	if err != nil {
		return out
	}
	c.XORKeyStream(out, data)
	return out
}

// decrypt returns the bytes of a string or a stream of an object.
func (c *crypt) decrypt(kind cipherKind, data []byte, of Ref) []byte {
	key := c.key
	if kind == rc4Key || kind == aesKey {
		n, g := of.Number, of.Generation
		text := append(bytes.Clone(key), byte(n), byte(n>>8), byte(n>>16), byte(g), byte(g>>8))
		if kind == aesKey {
			text = append(text, "sAlT"...)
		}
		sum := md5.Sum(text)
		key = sum[:min(len(key)+5, 16)]
	}
	switch kind {
	case plain:
		return data
	case rc4Key:
		return rc4ed(key, data)
	}
	whole := len(data) / aes.BlockSize * aes.BlockSize // of one that was cut off
	if whole < 2*aes.BlockSize {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:whole])
	if n := int(out[len(out)-1]); n >= 1 && n <= aes.BlockSize {
		out = out[:len(out)-n]
	}
	return out
}

// decryptValue decrypts the strings of an object, in place. The object does not nest deeper than package cos reads.
func (c *crypt) decryptValue(v Value, of Ref) Value {
	if c == nil || c.strings == plain || of == c.own {
		return v
	}
	switch v := v.(type) {
	case String:
		return String(c.decrypt(c.strings, []byte(v), of))
	case Array:
		for i := range v {
			v[i] = c.decryptValue(v[i], of)
		}
	case Dict:
		for key, e := range v {
			v[key] = c.decryptValue(e, of)
		}
	}
	return v
}

// decryptStream decrypts a stream and the strings of its dictionary. Cross-reference streams are not encrypted, and neither are
// those that name a filter of their own that does nothing.
func (f *File) decryptStream(s *Stream) *Stream {
	c := f.crypt
	if c == nil || s.Dict["Type"] == Name("XRef") {
		return s
	}
	c.decryptValue(s.Dict, s.Ref)
	kind := c.streams
	if s.Dict["Type"] == Name("Metadata") && !c.metadata {
		kind = plain
	}
	if names, parms := f.filters(s); len(names) > 0 && names[0] == "Crypt" {
		kind = plain
		if name := f.Name(parms[0]["Name"]); name != "" && name != "Identity" {
			kind, _ = f.cryptFilter(f.Dict(f.Trailer["Encrypt"]), name)
		}
	}
	if kind != plain && f.Spend(Bytes, len(s.raw)) {
		s.raw = c.decrypt(kind, s.raw, s.Ref)
	}
	return s
}

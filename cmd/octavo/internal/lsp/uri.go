package lsp

import (
	"fmt"
	"net/url"
	"path"
	"runtime"
	"strings"
)

// system is whose paths a URI is about.
type system bool

// The systems.
const (
	unixPaths    system = false
	windowsPaths system = true
)

// here is the system that octavo runs on.
const here = system(runtime.GOOS == "windows")

// pathOf returns the path of the file that a URI names, cleaned. It is an error if the URI is not that of a file on this machine.
func pathOf(uri string, on system) (string, error) {
	u, err := url.Parse(uri)
	switch {
	case err != nil:
		return "", fmt.Errorf("malformed URI %.200q", uri)
	case !strings.EqualFold(u.Scheme, "file"):
		return "", fmt.Errorf("%.200q is not the URI of a file", uri)
	case u.Opaque != "" || !strings.HasPrefix(u.Path, "/") || strings.ContainsRune(u.Path, 0):
		return "", fmt.Errorf("%.200q is not the URI of an absolute path", uri)
	}
	host := u.Host
	if strings.EqualFold(host, "localhost") {
		host = ""
	}
	if on == unixPaths {
		if host != "" {
			return "", fmt.Errorf("%.200q is on another machine", uri)
		}
		return path.Clean(u.Path), nil
	}
	name := path.Clean(strings.ReplaceAll(u.Path, `\`, "/"))
	if host != "" {
		return `\\` + host + strings.ReplaceAll(name, "/", `\`), nil
	}
	if name = name[1:]; len(name) < 2 || name[1] != ':' || !isDrive(name[0]) {
		return "", fmt.Errorf("%.200q names no drive", uri)
	}
	if len(name) == 2 {
		name += "/"
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "/", `\`), nil
}

func isDrive(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// uriOf returns the URI of an absolute path.
func uriOf(name string, on system) string {
	u := url.URL{Scheme: "file", Path: name}
	if on == windowsPaths {
		name = strings.ReplaceAll(name, `\`, "/")
		if rest, ok := strings.CutPrefix(name, "//"); ok {
			host, rest, _ := strings.Cut(rest, "/")
			u.Host, u.Path = host, "/"+rest
		} else {
			u.Path = "/" + name
		}
	}
	return u.String()
}

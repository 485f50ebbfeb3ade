module octavo

go 1.26

require github.com/go-text/typesetting v0.3.3

require golang.org/x/image v0.40.0 // indirect

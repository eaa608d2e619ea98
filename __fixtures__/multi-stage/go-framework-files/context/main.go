package main

import (
	"github.com/beego/beego/v2/server/web"
	_ "github.com/joho/godotenv/autoload"
)

func main() {
	web.Run()
}

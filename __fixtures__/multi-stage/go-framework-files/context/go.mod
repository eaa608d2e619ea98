module example.com/shop/app

go 1.24

require (
	github.com/beego/beego/v2 v2.3.8
	github.com/joho/godotenv v1.5.1
)

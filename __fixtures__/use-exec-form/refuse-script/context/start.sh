exec app

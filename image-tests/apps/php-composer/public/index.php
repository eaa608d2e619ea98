<?php

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

use Example\Site\Page;

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/') {
    http_response_code(404);
    echo "no such page\n";
    return;
}
echo (new Page(__DIR__ . '/../templates'))->show($_GET['name'] ?? getenv('SITE_NAME'));

<?php

require __DIR__ . '/../vendor/autoload.php';

use Example\Archive\Packer;
use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$log = new Logger('archive', [new StreamHandler('php://stderr')]);
$text = (string) ($_GET['text'] ?? 'hello');

$file = (new Packer(__DIR__ . '/../var/archives'))->pack($text);
$log->info('packed', ['file' => basename($file), 'bytes' => filesize($file)]);

header('Content-Type: application/zip');
readfile($file);

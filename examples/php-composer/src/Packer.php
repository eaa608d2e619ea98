<?php

namespace Example\Archive;

final class Packer
{
    public function __construct(private string $dir)
    {
    }

    public function pack(string $text): string
    {
        $file = $this->dir . '/' . md5($text) . '.zip';
        $zip = new \ZipArchive();
        if ($zip->open($file, \ZipArchive::CREATE | \ZipArchive::OVERWRITE) !== true) {
            throw new \RuntimeException("cannot write $file");
        }
        $zip->addFromString('text.txt', $text);
        $zip->close();

        return $file;
    }
}

<?php

declare(strict_types=1);

namespace Example\Site;

use Example\Greeting\Greeting;

final class Page
{
    public function __construct(private string $templates)
    {
    }

    public function show(string $name): string
    {
        $text = file_get_contents($this->templates . '/page.html');
        return str_replace('{greeting}', htmlspecialchars(Greeting::for($name)), (string) $text);
    }
}

<?php

declare(strict_types=1);

namespace Example\Greeting;

final class Greeting
{
    public static function for(string $name): string
    {
        return 'Hello, ' . mb_convert_case($name, MB_CASE_TITLE) . '!';
    }
}

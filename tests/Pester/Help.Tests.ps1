BeforeDiscovery {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $cmdlets = (Get-Command -Module IoTHubDisconnect).Name
    $examples = foreach ($cmdlet in $cmdlets) {
        # The pages that the help is made of mark the examples that need a hub: xunit runs those, where something stands in for it.
        $fences = (Select-String -LiteralPath "$PSScriptRoot/../../docs/help/$cmdlet.md" -Pattern '^```(\w+)').Matches
        $number = 0
        foreach ($example in (Get-Help $cmdlet -Full).examples.example) {
            @{ Cmdlet = $cmdlet; Title = $example.title.Trim('-', ' '); Code = $example.code; NeedsAzure = $fences[$number++].Groups[1].Value -eq 'azure' }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Help for <_>' -ForEach $cmdlets {
    BeforeAll {
        $name = $_
        $help = Get-Help $name -Full
    }

    It 'was written, not made from the syntax' {
        $help.PSTypeNames | Should -Contain 'MamlCommandHelpInfo#FullView'
        $help.Synopsis | Should -Not -Match ([regex]::Escape($name))
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Be (Get-Command $name).OutputType.Name
    }

    It 'tells of every parameter, and of none that is not there' {
        $command = Get-Command $name
        # A cmdlet with no parameter has no help for any, which Get-Help calls an error.
        $parameters = Get-Help $name -Parameter * -ErrorAction Ignore
        $own = $command.Parameters.Keys | Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters }
        $parameters.name | Sort-Object | Should -Be ($own | Sort-Object)
        foreach ($parameter in $parameters) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty
            $sets = $command.ParameterSets.Parameters | Where-Object Name -EQ $parameter.name
            $parameter.required | Should -Be "$($sets.IsMandatory -notcontains $false)".ToLowerInvariant()
            $parameter.position | Should -Be ($sets[0].Position -lt 0 ? 'named' : $sets[0].Position)
            ($parameter.pipelineInput -match 'ByValue') | Should -Be ($sets.ValueFromPipeline -contains $true)
            ($parameter.pipelineInput -match 'ByPropertyName') | Should -Be ($sets.ValueFromPipelineByPropertyName -contains $true)
        }
    }

    It 'has four examples or more, unless it has nothing to choose' {
        $choices = (Get-Command $name).Parameters.Keys.Where{ $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters }
        @($help.examples.example).Count | Should -BeGreaterOrEqual ($choices ? 4 : 1)
    }

    It 'has a page for -Online and links by https' {
        $links = @($help.relatedLinks.navigationLink.uri | Where-Object { $_ })
        $links | Should -Not -BeNullOrEmpty
        $links | Should -Match '^https://learn\.microsoft\.com/'
    }

    It 'shows with -<_>' -ForEach 'Full', 'Detailed', 'Examples' {
        $view = @{ $_ = $true }
        Get-Help $name @view | Out-String | Should -Match 'Example 1: '
    }
}

Describe 'Examples' {
    BeforeAll {
        Copy-Item $log TestDrive:/ -Recurse
    }

    It '<Cmdlet>, <Title>' -ForEach $examples.Where{ -not $_.NeedsAzure } {
        Push-Location TestDrive:/
        try {
            $before = (Get-ChildItem . -File).Count
            $output = & ([scriptblock]::Create($Code)) 2>&1 3>&1
            $written = (Get-ChildItem . -File).Count - $before
        }
        finally { Pop-Location }
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        @($output).Count + $written | Should -BeGreaterThan 0
    }

    It '<Cmdlet>, <Title>, is PowerShell that our parameters bind' -ForEach $examples.Where{ $_.NeedsAzure } {
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        $calls = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true).Where{ $_.GetCommandName() -in (Get-Command -Module IoTHubDisconnect).Name }
        $calls | Should -Not -BeNullOrEmpty
        foreach ($call in $calls) {
            $known = (Get-Command $call.GetCommandName()).Parameters.Keys
            foreach ($parameter in $call.CommandElements.Where{ $_ -is [System.Management.Automation.Language.CommandParameterAst] }.ParameterName) {
                $known | Should -Contain $parameter
            }
        }
    }
}

Describe 'The topic about_IoTHubDisconnect' {
    It 'is found' {
        Get-Help about_IoTHubDisconnect | Out-String | Should -Match 'SasTokenExpired'
    }

    It 'is found in the language of the session: <Culture>' -ForEach @(
        @{ Culture = 'en-US'; Beginning = 'TOPIC' }
        @{ Culture = 'tr-TR'; Beginning = 'KONU' }
        @{ Culture = 'de-DE'; Beginning = 'TOPIC' }
    ) {
        $script = "
            [cultureinfo]::CurrentUICulture = '$Culture'
            Import-Module '$manifest'
            (Get-Help about_IoTHubDisconnect | Out-String).Trim().Split()[0]
            (Get-Help Get-DeviceDisconnect).Synopsis"
        $output = Invoke-FreshSession $script
        $output | Should -HaveCount 2
        $output[0] | Should -Be $Beginning
        $output[1] | Should -Be (Get-Help Get-DeviceDisconnect).Synopsis
    }
}

"""Given names that are common in English-language news, by usual gender.

Only used to choose between persons a document names (who is "she"?) and to tell a
person from a body; a name that is not here is neither. Names common for both are left out.
"""

WOMEN = frozenset(
    """abigail ada adele agnes aisha alexandra alice alicia alison allison alyssa amanda amber amelia
    amina amy ana andrea angela angelina anita ann anna anne annette annie antonia april ashley
    audrey barbara beatrice becky bernadette beth betsy betty beverly bonnie brenda brianna
    bridget brittany camila candace carla carmen carol carolina caroline carolyn carrie catherine
    cathy celia charlene charlotte cheryl chloe christina christine cindy claire clara claudia
    colleen constance courtney crystal cynthia daisy danielle dawn deborah debbie debra denise
    diana diane dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise
    elizabeth ella ellen emily emma erica erin esther ethel eva eve evelyn fatima faye felicia
    fiona florence frances gabriela gail geraldine gina giorgia gladys gloria grace greta gretchen
    hannah harriet hazel heather heidi helen helena hillary holly hope huma ida ines ingrid irene
    iris isabel isabella ivanka jackie jacqueline jane janet janice jasmine jean jeanne jennifer
    jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia
    juliana julie june kaitlyn kamala karen kate katherine kathleen kathryn kathy katie katrina
    kayla kayleigh keisha kellyanne kimberly kirsten kirstjen kristen kristin kristina lara latoya
    laura lauren leah lena leslie leticia lillian lily linda lindsay lisa loretta lori lorraine
    louise lucia lucille lucy lydia lynn mabel madeleine madison maggie malia margaret maria
    marian marianne marie marilyn marina marisol marjorie martha mary maureen maxine megan meghan
    melania melanie melinda melissa meredith mia michele michelle mildred miranda miriam molly
    monica nadia nancy naomi natalia natalie natasha nellie nicola nicole nikki nina nora norma
    olga olivia pamela patricia patty paula pauline peggy penelope phyllis priscilla priya rachel
    ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth
    sabrina sally samantha sandra sara sarah shannon sharon sheila shelley shirley silvia simone
    sonia sonya sophia sophie stacey stacy stella stephanie sue summer susan suzanne sylvia tamara
    tammy tanya tara teresa thelma theresa tiffany tina toni tracy ursula valerie vanessa vera
    veronica victoria viola violet virginia vivian wanda wendy whitney wilma yolanda yvette yvonne
    zoe""".split()
)
MEN = frozenset(
    """aaron abdul abraham adam adrian ahmed al alan albert alec alejandro alex alexander alfred ali
    allan allen alvin amir andre andrew andy angel angelo anthony anton antonio armando arnold
    arthur austin barack barry ben benjamin bernard bernie bill billy bob bobby boris brad bradley
    brandon brendan brent brett brian bruce bryan byron caleb calvin carl carlos cecil cedric chad
    charles charlie chester chris christian christopher chuck clarence claude clayton clifford
    clinton clyde cody colin connor corey craig curtis dale damon dan daniel danny darrell darren
    darryl dave david dean dennis derek derrick dmitri dominic don donald doug douglas duane
    dustin dwayne dwight earl ed eddie edgar eduardo edward edwin eli elias elijah elliott emilio
    emmanuel enrique eric ernest erik ethan eugene evan everett felipe felix fernando floyd
    francis francisco frank franklin fred frederick gabriel gary gavin gene geoffrey george gerald
    gilbert glen glenn gordon graham greg gregory gustavo guy harold harry harvey hassan hector
    henry herbert herman horace howard hugh hugo ian ibrahim igor isaac ivan jack jacob jaime jake
    james jamie jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy
    joe joel joaquin john johnny jon jonathan jorge jose joseph josh joshua juan julian julio
    justin karl keith ken kenneth kevin kirk klaus kurt kyle lance larry laurence lawrence lee leo
    leon leonard leroy lester lewis lindsey lloyd lorenzo louis lucas luis luke luther malcolm
    manuel marc marco marcus mario mark marshall martin marvin mathew matt matthew maurice max
    maxwell melvin michael miguel mike milton mitch mitt mohamed mohammed morris muhammad nathan
    nathaniel neal neil nelson newt nicholas nick nicolas nigel noah norman oliver omar orlando
    oscar otto owen pablo patrick paul pedro perry pete peter phil philip phillip pierre rafael
    ralph ramon randall randy raul ray raymond reginald reince rex ricardo richard rick ricky rob
    robert roberto rod roderick rodney rodrigo roger roland ron ronald ross roy rudy rupert
    russell ryan salvador sam samuel saul scott sean sebastian sergei sergio seth shane shaun
    shawn sidney simon spencer stanley stephen steve steven stewart stuart sundar ted terrence
    terry theodore thomas tim timothy todd tom tomas tommy tony travis trevor troy tyler vernon
    victor vincent vladimir wallace walter warren wayne wesley wilbur willard william willie
    winston xavier yusuf zachary""".split()
)
